import type { Environment } from '@latchkey/domain/environment';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { EXAMPLE_KEY, exampleValues } from '@latchkey/domain/mail/example';
import { mailHtml } from '@latchkey/domain/mail/html';
import type { MailKind } from '@latchkey/domain/mail/kinds';
import { checkTemplate, fillTemplate } from '@latchkey/domain/mail/template';
import type { MailTemplate } from '@latchkey/domain/mail/templates';
import { readSection } from '@latchkey/domain/settings/values';
import { secretPath, settingsPath } from '../../firestore/collections.ts';
import type { Call } from '../context.ts';
import { handOver } from './extension.ts';
import type { OutgoingMail } from './postOffice.ts';

/** Sends a template with example values to whoever asks, at once, and tells what the mail server says. */
export async function sendTestMail(
  call: Call,
  environment: Environment,
  to: string,
  { kind, template }: { readonly kind: MailKind; readonly template: MailTemplate },
): Promise<{ ok: true; to: string } | Refusal> {
  const faults = checkTemplate(kind, template);
  const wrong = [faults.subject, faults.body].filter((fault) => fault !== null);
  if (wrong.length > 0) return refuse('SETTINGS_WRONG', wrong.join(' '));
  const paths = [settingsPath(environment, 'mail'), secretPath(environment, 'smtp')];
  const [settings, secret] = await call.store.getAll<object>(paths);
  const mail = readSection('mail', settings?.data);
  if (mail.transport === 'off') {
    return refuse(
      'MAIL_OFF',
      'No way for mail is chosen. Choose one in the settings, under "Mail delivery".',
    );
  }
  const appUrl = mail.appUrl === '' ? call.post.appUrl() : mail.appUrl;
  const { subject, body } = fillTemplate(template, exampleValues(kind, appUrl, mail.senderName));
  const id = call.newId();
  const outgoing: OutgoingMail = {
    messageId: `<${id}@${mail.senderAddress.split('@').at(-1) ?? 'localhost'}>`,
    from: { name: mail.senderName, address: mail.senderAddress },
    replyTo: mail.replyTo === '' ? mail.senderAddress : mail.replyTo,
    to,
    subject: `Test: ${subject}`,
    text: body,
    html: mailHtml(body, [EXAMPLE_KEY]),
  };
  if (mail.transport === 'collection') {
    await handOver(call, mail.collection, id, outgoing);
    return { ok: true, to };
  }
  const password: unknown = secret?.data && Reflect.get(secret.data, 'password');
  try {
    await call.post.smtp({ ...mail, password: typeof password === 'string' ? password : '' }, outgoing);
    return { ok: true, to };
  } catch (error) {
    const said = error instanceof Error ? error.message : 'unknown';
    return refuse('MAIL_NOT_SENT', `The mail server did not take it: ${said}`);
  }
}
