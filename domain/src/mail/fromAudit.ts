import type { AuditAction, AuditDraft } from '../audit/event.ts';
import type { License } from '../license/license.ts';
import type { SettingsOf } from '../settings/sections.ts';
import type { MailKind } from './kinds.ts';
import type { MailOrder } from './record.ts';

type Switches = Pick<SettingsOf<'notifications'>, 'assignment' | 'suspended' | 'revoked' | 'expired'>;

/** Which mail an event about a license asks for; most ask for none. */
function kindFor(action: AuditAction): keyof Switches | null {
  if (action === 'license.assigned' || action === 'license.transferred') return 'assignment';
  if (action === 'license.suspended') return 'suspended';
  if (action === 'license.revoked') return 'revoked';
  return action === 'license.expired' ? 'expired' : null;
}

/** The mails that a change of a license asks for, out of its own events; to the customer it has afterwards. */
export function mailsOfChange(
  license: License,
  audit: readonly Pick<AuditDraft, 'action' | 'licenseId'>[],
  switches: Switches,
): MailOrder[] {
  const { customerEmail: to, customerId, id: licenseId } = license;
  if (to === null) return [];
  return audit.flatMap(({ action, licenseId: about }) => {
    const kind = kindFor(action);
    if (kind === null || about !== licenseId || !switches[kind]) return [];
    const facts = license.publicReason === null ? {} : { reason: license.publicReason };
    return [{ kind: kind satisfies MailKind, to, customerId, licenseId, facts }];
  });
}
