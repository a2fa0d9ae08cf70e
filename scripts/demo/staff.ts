import type { Actor } from '@latchkey/domain/access/actor';
import type { Person } from '@latchkey/domain/access/person';
import type { Role } from '@latchkey/domain/access/roles';
import { STAFF } from './accounts.ts';
import { draft } from './past.ts';

/** The person of the demo with this role, by the id that their account has got. */
export function staff(role: Role): Actor {
  const { email, name } = STAFF.find((one) => one.role === role) ?? { email: '', name: '' };
  const record = draft.documents().find(({ path, ...write }) => {
    return path.startsWith('users/') && 'data' in write && (write.data as Person).email === email;
  });
  if (!record) throw new Error(`the demo has no ${role}`);
  return { kind: 'person', uid: record.path.slice('users/'.length), role, name };
}
