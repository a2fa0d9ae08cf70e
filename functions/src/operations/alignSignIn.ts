import type { Write } from '../firestore/store.ts';
import type { Accounts } from './accounts.ts';
import type { Call } from './context.ts';
import { readPeople } from './storedPerson.ts';

/** More changes of one person than anybody makes while one of them is being carried over. */
const ROUNDS = 5;

/**
 * Brings a sign-in account in line with users/{uid}, which is what rules and callables believe; the account
 * only follows. Looks again afterwards: of several at work for one person, the last leaves the newest.
 */
export async function alignSignIn(call: Call, accounts: Accounts, uid: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const [before] = await readPeople(call.store, [uid]);
    if (!before?.person) return accounts.remove(uid);
    const { role, customerId, disabled, claimsValidAfter } = before.person;
    await accounts.setDisabled(uid, disabled);
    await accounts.setClaims(uid, { role: disabled ? null : role, customerId });
    // Revoking counts from now on: a newer sign-in after an older change is not taken along.
    if (claimsValidAfter > call.now) await accounts.revokeSessions(uid);
    const [after] = await readPeople(call.store, [uid]);
    if (after?.snapshot.updateTime === before.snapshot.updateTime) return;
  }
  throw new Error('a person changes faster than their account can follow');
}

/**
 * The same at once, after the commit of `writes`; the work they left in the outbox is then done. Where this
 * fails, the change itself is safe and acts already: the outbox tries again.
 */
export async function alignNow(
  call: Call,
  accounts: Accounts,
  uid: string,
  writes: readonly Write[],
): Promise<void> {
  await alignSignIn(call, accounts, uid);
  const done = writes.filter(({ path }) => path.includes('/outbox/'));
  if (done.length > 0) await call.store.commit(done.map(({ path }) => ({ kind: 'delete', path })));
}
