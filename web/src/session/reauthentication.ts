import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import { isFreshSignIn } from '@latchkey/domain/access/freshSignIn';
import type { Environment } from '@latchkey/domain/environment';
import { DEFAULT_SECURITY_SETTINGS } from '@latchkey/domain/settings/security';
import { ProblemError, toProblem } from '../firebase/errors.ts';
import { useEnvironment } from './environment.ts';
import { readReauthMinutes } from './securitySettings.ts';
import { useSession } from './session.ts';

/** What the server says when a sign-in is too old for what was asked of it. */
export const REAUTHENTICATION_NEEDED = 'REAUTHENTICATION_NEEDED';
/** How long the settings are believed without asking again. */
const REMEMBERED_MS = 60_000;

/**
 * Asks who is there before what a passer-by at an open screen must not do: `await reauthenticate('show the
 * license key')` is true at once while the sign-in is fresh, and otherwise once the person has proved who
 * they are; false when they would not. It guards the screen: rules and functions guard the data.
 */
export const useReauthentication = defineStore('reauthentication', () => {
  const session = useSession();
  const environment = useEnvironment();
  /** What the person is asked for, "show the license key"; null = nothing is asked. */
  const asked = shallowRef<string | null>(null);
  /** The minutes that have made the question necessary, as far as they are known. */
  const minutes = ref<number | null>(null);
  let waiting: Promise<boolean> | null = null;
  let answer: (proven: boolean) => void = () => undefined;
  /** By this browser's clock, which may differ from that of the token. */
  let provenAt: Date | null = null;
  const remembered = new Map<
    Environment,
    { readonly at: number; readonly minutes: Promise<number | null> }
  >();

  function minutesOf(place: Environment): Promise<number | null> {
    const known = remembered.get(place);
    if (known && Date.now() - known.at < REMEMBERED_MS) return known.minutes;
    const read = readReauthMinutes(place);
    remembered.set(place, { at: Date.now(), minutes: read });
    read.catch(() => remembered.delete(place));
    return read;
  }

  async function isFresh(): Promise<boolean> {
    // Not to be had: asked as if nothing were set.
    const byDefault = DEFAULT_SECURITY_SETTINGS.reauthMinutes;
    minutes.value = await minutesOf(environment.current).catch(() => byDefault);
    const signedInAt = session.user?.authTime ?? new Date(0);
    const latest = provenAt !== null && provenAt > signedInAt ? provenAt : signedInAt;
    return isFreshSignIn(latest, minutes.value, new Date());
  }

  /**
   * @param purpose what it is for, after "Enter your password to"
   * @param demanded the server has asked for it: how fresh the sign-in looks from here does not count
   */
  async function reauthenticate(purpose: string, { demanded = false } = {}): Promise<boolean> {
    if (!demanded && (await isFresh())) return true;
    if (waiting !== null) return waiting;
    waiting = new Promise((resolve) => (answer = resolve));
    asked.value = purpose;
    return waiting;
  }

  /** The answer of whoever was asked. */
  function settle(proven: boolean): void {
    if (proven) provenAt = new Date();
    asked.value = null;
    waiting = null;
    answer(proven);
  }

  /**
   * Does what asks for a fresh sign-in: proof first where this browser knows that it is needed, and again with
   * proof where only the server knew.
   * @throws ProblemError REAUTHENTICATION_NEEDED when the person would not; and as `act` does
   */
  async function withFreshSignIn<T>(purpose: string, act: () => Promise<T>): Promise<T> {
    if (!(await reauthenticate(purpose))) throw unproven();
    try {
      return await act();
    } catch (cause) {
      if (toProblem(cause).code !== REAUTHENTICATION_NEEDED) throw cause;
    }
    if (!(await reauthenticate(purpose, { demanded: true }))) throw unproven();
    return act();
  }

  return { asked, minutes, reauthenticate, settle, withFreshSignIn };
});

function unproven(): ProblemError {
  return new ProblemError({
    code: REAUTHENTICATION_NEEDED,
    sentence: 'Nothing was changed, because you did not confirm that it is you.',
    retryable: true,
  });
}
