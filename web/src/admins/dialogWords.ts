import type { Role } from '@latchkey/domain/access/roles';
import { ROLE_WORDS } from './roleWords.ts';
import type { AskedOfAdmin } from './useAdminChoice.ts';

interface DialogWords {
  readonly title: string;
  readonly consequence: string;
  readonly verb: string;
  readonly danger: boolean;
  /** Said by toast afterwards. */
  readonly done: string;
}

/** What a dialog about somebody's access says; `role` is the one chosen in it. */
export function dialogWords({ admin, choice }: AskedOfAdmin, role: Role): DialogWords {
  const name = admin.name ?? admin.email;
  switch (choice) {
    case 'change-access':
      return {
        title: 'Change role and environments?',
        consequence: 'It takes effect at once: who loses rights is signed out everywhere and signs in anew.',
        verb: 'Save access',
        danger: false,
        done: `${name} is ${article(ROLE_WORDS[role].title)} now.`,
      };
    case 'disable':
      return {
        title: 'Disable this account?',
        consequence:
          'They are signed out everywhere at once and cannot sign in until an owner enables them again. ' +
          (admin.customerId === null
            ? 'Nothing they did is lost.'
            : 'That closes the customer portal to them, too.'),
        verb: 'Disable account',
        danger: true,
        done: `${name} is switched off.`,
      };
    case 'enable':
      return {
        title: 'Enable this account?',
        consequence: `They can sign in again as ${article(ROLE_WORDS[admin.role].title)}.`,
        verb: 'Enable account',
        danger: false,
        done: `${name} may sign in again.`,
      };
    case 'remove':
      return {
        title: 'Remove from the console?',
        consequence:
          admin.customerId === null
            ? 'Their account is deleted and they are signed out at once. What they did stays in the audit.'
            : 'They lose the console at once and keep the customer portal. What they did stays in the audit.',
        verb: 'Remove person',
        danger: true,
        done: `${name} is removed.`,
      };
  }
}

function article(title: string): string {
  return `${/^[AEIOU]/.test(title) ? 'an' : 'a'} ${title.toLowerCase()}`;
}
