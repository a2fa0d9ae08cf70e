import type { Person } from '@latchkey/domain/access/person';
import { withRetry } from '../firestore/optimistic.ts';
import type { Accounts } from './accounts.ts';
import { alignNow } from './alignSignIn.ts';
import type { Call } from './context.ts';
import { isSamePerson, newPerson, personWrites, readPeople } from './storedPerson.ts';

export type Access = Partial<Pick<Person, 'role' | 'environments' | 'customerId' | 'disabled'>>;

/**
 * Sets what a person may do, as the system itself decides it: customers get their account here. What owners
 * decide about each other goes through commandAdmin and inviteAdmin.
 */
export async function setAccess(
  call: Call,
  accounts: Accounts,
  who: { readonly email: string; readonly name: string | null },
  access: Access,
): Promise<string> {
  const uid = await accounts.ensure(who.email, who.name);
  const writes = await withRetry(uid, async () => {
    const [before] = await readPeople(call.store, [uid]);
    if (before === undefined) return [];
    const after = { ...(before.person ?? newPerson(uid, who, call.now)), ...access };
    if (isSamePerson(before.person, after)) return [];
    const writes = personWrites(call, before, after, 'user.access-changed');
    await call.store.commit(writes);
    return writes;
  });
  await alignNow(call, accounts, uid, writes);
  return uid;
}
