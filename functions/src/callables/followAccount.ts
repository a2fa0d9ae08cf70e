import { firebaseAccounts } from '../auth/firebaseAccounts.ts';
import { config } from '../config.ts';
import type { Write } from '../firestore/store.ts';
import { logError } from '../log.ts';
import { alignNow } from '../operations/alignSignIn.ts';
import type { Call } from '../operations/context.ts';

/**
 * Lets the sign-in account follow a change that is stored and acts already: claims, sessions, whether it
 * exists. Should this fail, the outbox does it within a minute.
 */
export async function followAccount(call: Call, uid: string, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  try {
    await alignNow(call, await firebaseAccounts(config().projectId), uid, writes);
  } catch (error) {
    logError('a sign-in account does not follow yet', error, { uid });
  }
}
