import type { Environment } from '@latchkey/domain/environment';
import { DEFAULT_SECURITY_SETTINGS, reauthMinutes } from '@latchkey/domain/settings/security';
import { loadFirestore } from '../firebase/live.ts';

/** Longer than this nobody waits for an answer; the default, which asks, then counts. */
const PATIENCE_MS = 3_000;

/** How many minutes a sign-in counts as fresh in an environment; null = always. Read once, from the server. */
export async function readReauthMinutes(environment: Environment): Promise<number | null> {
  const source = await loadFirestore();
  return new Promise((resolve) => {
    let stop = (): void => undefined;
    const end = (minutes: number | null): void => {
      clearTimeout(patience);
      resolve(minutes);
      // A source that answers at once has not handed out its stop yet.
      queueMicrotask(() => stop());
    };
    const patience = setTimeout(() => end(DEFAULT_SECURITY_SETTINGS.reauthMinutes), PATIENCE_MS);
    stop = source.watchDoc(
      `environments/${environment}/settings/security`,
      ({ value, fromCache }) => {
        // Memory alone proves nothing where it has no such document.
        if (value !== null || !fromCache) end(reauthMinutes(value?.data));
      },
      () => end(DEFAULT_SECURITY_SETTINGS.reauthMinutes),
    );
  });
}
