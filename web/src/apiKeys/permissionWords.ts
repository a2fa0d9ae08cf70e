import { API_PERMISSIONS, mayGrant, type ApiPermission } from '@latchkey/domain/access/apiPermissions';
import type { Role } from '@latchkey/domain/access/roles';

interface Words {
  readonly title: string;
  readonly text: string;
}

/** What each permission lets a program do. */
export const PERMISSION_WORDS: Readonly<Record<ApiPermission, Words>> = {
  'console.read': {
    title: 'Read everything',
    text: 'Lists and records; of license keys the first characters.',
  },
  'keys.read': { title: 'See whole license keys', text: 'With a license that it reads or creates.' },
  'licenses.write': { title: 'Create and change licenses', text: 'Edit, assign, suspend, revoke, renew.' },
  'licenses.delete': { title: 'Delete licenses', text: 'There is no way back.' },
  'activations.deactivate': { title: 'Deactivate devices', text: 'Their slots are free at once.' },
  'generators.run': { title: 'Generate licenses', text: 'A few at once, or up to 100,000 as a job.' },
  'catalog.write': { title: 'Change products and generators', text: 'The kill switch is among it.' },
  'customers.write': { title: 'Change customers', text: 'They are one over all environments.' },
  'integrations.write': {
    title: 'Change contracts and webhooks',
    text: 'Their keys, their licenses, their secrets too.',
  },
  'bulk.import': { title: 'Import files', text: 'Licenses, customers and assignments, row by row.' },
  'settings.write': { title: 'Change the settings', text: 'Only an owner gives this away.' },
};

/** All of them, with what is closed to a role. */
export function grantable(role: Role | null): readonly (Words & { value: ApiPermission; closed: boolean })[] {
  return API_PERMISSIONS.map((value) => {
    return { value, ...PERMISSION_WORDS[value], closed: role === null || !mayGrant(role, value) };
  });
}

/** "Read everything, 3 more". */
export function permissionsInShort(permissions: readonly ApiPermission[]): string {
  const [first, ...others] = permissions;
  if (first === undefined) return 'None';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `${PERMISSION_WORDS[first].title}${more}`;
}
