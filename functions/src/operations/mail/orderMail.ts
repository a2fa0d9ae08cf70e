import type { AuditDraft } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { mailsOfChange } from '@latchkey/domain/mail/fromAudit';
import type { MailOrder } from '@latchkey/domain/mail/record';
import type { SettingsOf } from '@latchkey/domain/settings/sections';
import type { Write } from '../../firestore/store.ts';
import { outboxWrite } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';

/** Which mails are wanted in an environment, as far as this process knows (30 s); null = no mail at all. */
export async function mailSwitches(
  call: Call,
  environment: Environment,
): Promise<SettingsOf<'notifications'> | null> {
  const [mail, notifications] = await Promise.all([
    call.settings.read(call.store, environment, 'mail'),
    call.settings.read(call.store, environment, 'notifications'),
  ]);
  return mail.transport === 'off' ? null : notifications;
}

/**
 * A mail, to be put into the commit of whatever it tells of. With an id of its own it leaves once, however
 * often it is asked for; its record keeps the id.
 */
export function mailWrite(call: Call, environment: Environment, mail: MailOrder, id?: string): Write {
  return outboxWrite(environment, call, { kind: 'mail', mail }, id);
}

/** The mails that a change of a license asks for; they belong into the commit of the change. */
export async function changeMailWrites(
  call: Call,
  environment: Environment,
  license: License | null,
  audit: readonly AuditDraft[],
): Promise<Write[]> {
  if (call.quiet === true) return [];
  if (license === null || mailsOfChange(license, audit, ALL).length === 0) return [];
  const switches = await mailSwitches(call, environment);
  if (switches === null) return [];
  return mailsOfChange(license, audit, switches).map((mail) => mailWrite(call, environment, mail));
}

const ALL = { assignment: true, suspended: true, revoked: true, expired: true };
