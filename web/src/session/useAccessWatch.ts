import { watch } from 'vue';
import { useRouter } from 'vue-router';
import { useLiveDoc } from '../firebase/useLiveDoc.ts';
import { personOf } from './access.ts';
import { useSession } from './session.ts';

/**
 * Watches the signed-in person's own record while a layout is open, so that a demotion acts at once, and
 * leads away from pages that the person may no longer see.
 */
export function useAccessWatch(): void {
  const session = useSession();
  const router = useRouter();
  const record = useLiveDoc(() => (session.user === null ? null : `users/${session.user.uid}`), personOf);

  watch(record.data, (person) => void session.learn(person));
  // The rules show people their own record as long as their sign-in counts. (A token fetched now might still
  // say the old: the sign-in service follows the record within moments.)
  watch(record.state, (state) => {
    if (state === 'denied') session.lose();
  });
  watch(
    () => session.state,
    (state, before) => {
      // A page that was opened before it was known who this is: the router decides about it.
      if (before === 'loading') return;
      if (state === 'changed' || state === 'disabled' || state === 'none')
        void router.replace('/access-changed');
      // Signed out here or in another tab: a fresh page forgets everything that was shown.
      if (state === 'signed-out') location.replace('/sign-in');
    },
  );
}
