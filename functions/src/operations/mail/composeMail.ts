import type { License } from '@latchkey/domain/license/license';
import { mailHtml } from '@latchkey/domain/mail/html';
import type { MailOrder } from '@latchkey/domain/mail/record';
import type { MailValues } from '@latchkey/domain/mail/template';
import { fillTemplate } from '@latchkey/domain/mail/template';
import type { MailTemplate } from '@latchkey/domain/mail/templates';
import { licenseValues } from '@latchkey/domain/mail/words';
import type { SettingsOf } from '@latchkey/domain/settings/sections';
import type { OutgoingMail } from './postOffice.ts';

export interface MailFacts {
  readonly id: string;
  readonly order: MailOrder;
  readonly template: MailTemplate;
  readonly license: License | null;
  readonly sender: Pick<SettingsOf<'mail'>, 'senderName' | 'senderAddress' | 'replyTo'>;
  readonly appUrl: string;
  readonly renewalUrl: string;
  /** Name and link that only the moment of sending knows. */
  readonly more: MailValues;
  /** Whole keys that `more` brings along. */
  readonly keys: readonly string[];
}

/** The mail, put together from what the license says now. */
export function composeMail(facts: MailFacts): OutgoingMail {
  const { order, sender, license } = facts;
  const values = mailValues(facts);
  const { subject, body } = fillTemplate(facts.template, values);
  return {
    messageId: `<${facts.id}@${domainOf(sender.senderAddress)}>`,
    from: { name: sender.senderName, address: sender.senderAddress },
    replyTo: sender.replyTo === '' ? sender.senderAddress : sender.replyTo,
    to: order.to,
    subject,
    text: body,
    html: mailHtml(body, license ? [license.key] : facts.keys),
  };
}

function mailValues({ order, license, sender, appUrl, renewalUrl, more }: MailFacts): MailValues {
  return {
    customerName: order.to,
    ...(license && licenseValues(license)),
    portalLink: `${appUrl}/portal`,
    consoleLink: `${appUrl}/admin`,
    profileLink: `${appUrl}/portal/settings`,
    renewalLink: renewalUrl,
    senderName: sender.senderName,
    ...order.facts,
    ...more,
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
