import * as z from 'zod';
import { MAIL_KINDS } from '../../mail/kinds.ts';
import { MAX_BODY, MAX_SUBJECT } from '../../mail/template.ts';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** Whether it is a good template is decided with the kind, and refused with a sentence. */
const template = z.strictObject({ subject: z.string().max(MAX_SUBJECT), body: z.string().max(MAX_BODY) });
const kind = z.enum(MAIL_KINDS);

/** null = as it is by itself. */
export const SaveMailTemplateRequest = z.strictObject({
  environment,
  kind,
  revision: z.int().min(0),
  template: template.nullable(),
});
export type SaveMailTemplateRequest = z.infer<typeof SaveMailTemplateRequest>;
export const SaveMailTemplateAnswer = outcome({ revision: z.int() });
export type SaveMailTemplateAnswer = z.infer<typeof SaveMailTemplateAnswer>;

/** To whoever asks, with an example license. */
export const SendTestMailRequest = z.strictObject({ environment, kind, template });
export type SendTestMailRequest = z.infer<typeof SendTestMailRequest>;
export const SendTestMailAnswer = outcome({ to: z.string() });
export type SendTestMailAnswer = z.infer<typeof SendTestMailAnswer>;

export const ResendMailRequest = z.strictObject({ environment, mailId: recordId });
export type ResendMailRequest = z.infer<typeof ResendMailRequest>;
export const ResendMailAnswer = outcome({});
export type ResendMailAnswer = z.infer<typeof ResendMailAnswer>;

/** For customers, about themselves: what is left out stays as it is. */
export const OwnMailChoiceRequest = z.strictObject({
  reminders: z.boolean().optional(),
  expired: z.boolean().optional(),
});
export type OwnMailChoiceRequest = z.infer<typeof OwnMailChoiceRequest>;
export const OwnMailChoiceAnswer = outcome({ reminders: z.boolean(), expired: z.boolean() });
export type OwnMailChoiceAnswer = z.infer<typeof OwnMailChoiceAnswer>;
