import { withRetry } from '../firestore/optimistic.ts';
import type { Write } from '../firestore/store.ts';
import type { Call } from './context.ts';
import { isSamePerson, nextSecond, personWrites, readPeople } from './storedPerson.ts';

/** What a person is called in the console and in its audit from now on. */
export async function renameMyself(call: Call, uid: string, name: string): Promise<readonly Write[]> {
  return changeMyself(call, uid, { name }, 'user.renamed');
}

/** Every sign-in so far stops counting, here and everywhere. */
export async function signOutEverywhere(call: Call, uid: string): Promise<readonly Write[]> {
  return changeMyself(call, uid, { claimsValidAfter: nextSecond(call.now) }, 'user.signed-out');
}

async function changeMyself(
  call: Call,
  uid: string,
  change: { readonly name: string } | { readonly claimsValidAfter: Date },
  action: 'user.renamed' | 'user.signed-out',
): Promise<readonly Write[]> {
  return withRetry(uid, async () => {
    const [before] = await readPeople(call.store, [uid]);
    if (!before?.person) return [];
    const after = { ...before.person, ...change };
    if (isSamePerson(before.person, after)) return [];
    const writes = personWrites(call, before, after, action);
    await call.store.commit(writes);
    return writes;
  });
}
