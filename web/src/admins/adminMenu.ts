import {
  mdiAccountCancelOutline,
  mdiAccountCheckOutline,
  mdiAccountRemoveOutline,
  mdiEmailFastOutline,
  mdiShieldAccountOutline,
} from '@mdi/js';
import type { AdminCommand } from '@latchkey/domain/access/admin';
import type { Admin } from './readAdmin.ts';

export type AdminChoice = AdminCommand['type'] | 'send-link';

export interface AdminMenuItem {
  readonly choice: AdminChoice;
  readonly label: string;
  readonly icon: string;
  readonly danger: boolean;
  /** Why it is closed now; null = open. */
  readonly closed: string | null;
}

const OWN = 'Another owner changes your access';

/** What an owner may do with somebody, in order; what makes no sense now is not listed. */
export function adminMenu(admin: Admin, ownUid: string): AdminMenuItem[] {
  const own = admin.id === ownUid ? OWN : null;
  const item = (choice: AdminChoice, label: string, icon: string, danger = false): AdminMenuItem => {
    return { choice, label, icon, danger, closed: choice === 'send-link' ? null : own };
  };
  return [
    item('change-access', 'Change role', mdiShieldAccountOutline),
    ...(admin.disabled ? [] : [item('send-link', 'Send password link', mdiEmailFastOutline)]),
    admin.disabled
      ? item('enable', 'Enable', mdiAccountCheckOutline)
      : item('disable', 'Disable', mdiAccountCancelOutline, true),
    item('remove', 'Remove', mdiAccountRemoveOutline, true),
  ];
}
