import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { isUnwanted, readMailChoice } from '@latchkey/domain/mail/choice';
import type { MailOrder, MailRecord } from '@latchkey/domain/mail/record';
import { readTemplate } from '@latchkey/domain/mail/template';
import type { MailTemplate } from '@latchkey/domain/mail/templates';
import type { SettingsOf } from '@latchkey/domain/settings/sections';
import { readSection } from '@latchkey/domain/settings/values';
import {
  licensePath,
  mailChoicePath,
  mailPath,
  productPath,
  secretPath,
  settingsPath,
} from '../../firestore/collections.ts';
import { toLicense, toProduct } from '../../firestore/records.ts';
import type { Snapshot } from '../../firestore/store.ts';
import type { Call } from '../context.ts';

export type StoredMail = Omit<MailRecord, 'id'>;

/** All that sending a mail is decided and done by, as it is now. */
export interface Mailing {
  readonly record: Snapshot<StoredMail>;
  readonly mail: SettingsOf<'mail'>;
  readonly notifications: SettingsOf<'notifications'>;
  readonly password: string;
  readonly template: MailTemplate;
  readonly license: License | null;
  /** Whether the customer has switched such mail off. */
  readonly unwanted: boolean;
}

/** Where the template of a kind is kept, if somebody has written one. */
export function templatePath(environment: Environment, kind: MailOrder['kind']): string {
  return settingsPath(environment, `template-${kind}`);
}

/** One round trip. */
export async function readMailing(
  call: Call,
  environment: Environment,
  mailId: string,
  order: MailOrder,
): Promise<Mailing> {
  const paths = [
    mailPath(environment, mailId),
    settingsPath(environment, 'mail'),
    settingsPath(environment, 'notifications'),
    secretPath(environment, 'smtp'),
    templatePath(environment, order.kind),
    // Reading the same document twice costs once: whoever is about no license reads the record again.
    order.licenseId === null ? mailPath(environment, mailId) : licensePath(environment, order.licenseId),
    order.customerId === null ? mailPath(environment, mailId) : mailChoicePath(order.customerId),
  ];
  const [record, mail, notifications, secret, template, about, choice] =
    await call.store.getAll<never>(paths);
  if (!record) throw new Error('the store left out a document');
  const { password } = (secret?.data ?? {}) as { password?: unknown };
  const chosen = readMailChoice(order.customerId === null ? undefined : choice?.data);
  return {
    record,
    mail: readSection('mail', mail?.data),
    notifications: readSection('notifications', notifications?.data),
    password: typeof password === 'string' ? password : '',
    template: readTemplate(order.kind, template?.data),
    license: order.licenseId === null ? null : (toLicense(environment)(about)?.record ?? null),
    unwanted: isUnwanted(order.kind, chosen),
  };
}

/** Whether there is still a reason to send it: the switches, the product, the license and whose it is. */
export async function isWanted(
  call: Call,
  environment: Environment,
  order: MailOrder,
  { mail, notifications, license }: Mailing,
): Promise<boolean> {
  if (mail.transport === 'off' || !switchOf(order, notifications)) return false;
  if (order.licenseId === null) return true;
  // A mail about a license is its customer's affair only while it is theirs.
  if (license?.customerId !== order.customerId) return false;
  if (order.kind !== 'assignment') return true;
  const [product] = await call.store.getAll<never>([productPath(environment, license.productId)]);
  return toProduct(environment)(product)?.record.emailOnAssign === true;
}

function switchOf({ kind }: MailOrder, notifications: SettingsOf<'notifications'>): boolean {
  return notifications[kind === 'reminder' ? 'reminders' : kind];
}
