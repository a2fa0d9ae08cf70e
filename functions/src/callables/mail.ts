import type {
  OwnMailChoiceAnswer,
  ResendMailAnswer,
  SaveMailTemplateAnswer,
  SendTestMailAnswer,
} from '@latchkey/domain/wire/console/mail';
import {
  OwnMailChoiceRequest,
  ResendMailRequest,
  SaveMailTemplateRequest,
  SendTestMailRequest,
} from '@latchkey/domain/wire/console/mail';
import { HttpsError } from 'firebase-functions/https';
import { ownMailChoice as choice } from '../operations/mail/ownMailChoice.ts';
import { resendMail as resend } from '../operations/mail/resendMail.ts';
import { saveTemplate } from '../operations/mail/saveTemplate.ts';
import { sendTestMail as sendTest } from '../operations/mail/sendTestMail.ts';
import { newCall } from '../tools.ts';
import { consolePerson, portalCustomer } from './caller.ts';
import { door } from './door.ts';
import { nudge } from './nudge.ts';

/** What a kind of mail says. */
export const saveMailTemplate = door(
  SaveMailTemplateRequest,
  async ({ environment, ...asked }, request, requestId): Promise<SaveMailTemplateAnswer> => {
    const actor = await consolePerson(request, environment, 'templates.write');
    return saveTemplate(newCall(actor, requestId), environment, asked);
  },
);

/** A mail with example values, to the caller's own address and no other. */
export const sendTestMail = door(
  SendTestMailRequest,
  async ({ environment, ...asked }, request, requestId): Promise<SendTestMailAnswer> => {
    const actor = await consolePerson(request, environment, 'templates.write');
    const to = request.auth?.token.email;
    if (to === undefined) throw new HttpsError('failed-precondition', 'Your account has no e-mail address.');
    return sendTest(newCall(actor, requestId), environment, to, asked);
  },
);

/** The mail of a record once more. */
export const resendMail = door(
  ResendMailRequest,
  async ({ environment, mailId }, request, requestId): Promise<ResendMailAnswer> => {
    const actor = await consolePerson(request, environment, 'licenses.write');
    const call = newCall(actor, requestId);
    const outcome = await resend(call, environment, mailId);
    if (outcome.ok) await nudge(call, environment);
    return outcome;
  },
);

/** Which mail the customer who asks wants. */
export const ownMailChoice = door(
  OwnMailChoiceRequest,
  async ({ reminders, expired }, request, requestId): Promise<OwnMailChoiceAnswer> => {
    const { actor } = await portalCustomer(request);
    const asked = {
      ...(reminders !== undefined && { reminders }),
      ...(expired !== undefined && { expired }),
    };
    return choice(newCall(actor, requestId), actor.customerId, asked);
  },
);
