import {
  mdiAccountCancelOutline,
  mdiAccountCheckOutline,
  mdiAccountRemoveOutline,
  mdiEmailFastOutline,
  mdiShieldAccountOutline,
} from '@mdi/js';
import type { AdminCommand } from '@latchkey/domain/access/admin';
import type { ActionItem } from '../ui/actionMenu.ts';
import type { Admin } from './readAdmin.ts';

export type AdminChoice = AdminCommand['type'] | 'send-link';

export type AdminMenuItem = ActionItem & { readonly key: AdminChoice };

const OWN = 'Another owner changes your access';

/** What an owner may do with somebody, in order; what makes no sense now is not listed. */
export function adminMenu(admin: Admin, ownUid: string): AdminMenuItem[] {
  const own = admin.id === ownUid ? OWN : null;
  const item = (key: AdminChoice, label: string, icon: string, danger = false): AdminMenuItem => {
    return { key, label, icon, danger, closed: key === 'send-link' ? null : own };
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
