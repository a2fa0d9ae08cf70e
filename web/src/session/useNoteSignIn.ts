import { watch } from 'vue';
import type { NoteSignInAnswer, NoteSignInRequest } from '@latchkey/domain/wire/console/noteSignIn';
import { callable } from '../firebase/callables.ts';
import { useSession } from './session.ts';
import { recall, remember } from './storage.ts';

const note = callable<NoteSignInRequest, NoteSignInAnswer>('noteSignIn');
const NOTED = 'noted-sign-in';

/**
 * Tells the server once per sign-in that a customer is here, so that the console knows who came and when. It
 * waits until the page has time, and a failure is nothing to the customer: the next visit tells it.
 */
export function useNoteSignIn(): void {
  const session = useSession();

  async function tell(): Promise<void> {
    const { user, customerId } = session;
    if (user === null || customerId === null) return;
    const signIn = `${user.uid} ${user.authTime.toISOString()}`;
    if (recall(NOTED, (value) => typeof value === 'string') === signIn) return;
    try {
      await note({});
      remember(NOTED, signIn);
    } catch {
      // Not noted; nothing else depends on it.
    }
  }
  const later = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => void tell(), { timeout: 5_000 });
    else setTimeout(() => void tell(), 1_000);
  };
  watch(() => session.user?.authTime.getTime(), later, { immediate: true });
}
