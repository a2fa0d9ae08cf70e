import type { Preferences } from '@latchkey/domain/access/preferences';
import { readPreferences } from '@latchkey/domain/access/preferences';
import { difference, otherEvent } from '@latchkey/domain/audit/draft';
import { userPath } from '../firestore/collections.ts';
import { withRetry } from '../firestore/optimistic.ts';
import { unchanged } from '../firestore/store.ts';
import { auditWrites } from '../firestore/writes.ts';
import type { Call } from './context.ts';
import { readPeople } from './storedPerson.ts';

/** How a person likes to see things; sets what is given anew. Nothing that their sign-in has to follow. */
export async function choosePreferences(call: Call, uid: string, asked: Preferences): Promise<void> {
  await withRetry(uid, async () => {
    const [found] = await readPeople(call.store, [uid]);
    if (!found?.person) return;
    const before = readPreferences(found.person.preferences);
    const preferences = { ...before, ...asked };
    const changes = difference<Preferences>(before, preferences);
    if (Object.keys(changes).length === 0) return;
    const { customerId } = found.person;
    const event = otherEvent('user.preferences-chosen', { about: `person/${uid}`, customerId, changes });
    await call.store.commit([
      { kind: 'update', path: userPath(uid), data: { preferences }, if: unchanged(found.snapshot) },
      ...auditWrites('production', call, [event]),
    ]);
  });
}
