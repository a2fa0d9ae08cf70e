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

export type AdminMenuItem = ActionItem & {
  readonly key: AdminChoice;
  /** What it does, for where there is room to say it. */
  readonly text: string;
};

const TEXTS: Readonly<Record<AdminChoice, string>> = {
  'change-access': 'Another role, or other environments. It counts at once.',
  'send-link': 'A mail with a link to choose a password.',
  enable: 'Lets them sign in again, with the role they had.',
  disable: 'Signs them out everywhere at once and lets nobody in with this account. It can be undone.',
  remove: 'Takes the console from them for good; what they did stays on record.',
};
const OWN = 'Another owner changes your access';

/** What an owner may do with somebody, in order; what makes no sense now is not listed. */
export function adminMenu(admin: Admin, ownUid: string): AdminMenuItem[] {
  const own = admin.id === ownUid ? OWN : null;
  const item = (key: AdminChoice, label: string, icon: string, danger = false): AdminMenuItem => {
    return { key, label, icon, danger, text: TEXTS[key], closed: key === 'send-link' ? null : own };
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
