import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { may, type Permission } from '@latchkey/domain/access/roles';
import { endSignIn, refreshToken, watchSignedIn, type SignedIn } from '../firebase/auth.ts';
import { forgetLiveData } from '../firebase/live.ts';
import { recall, remember } from './storage.ts';
import { accessOf, claimsOf, judge, type Access, type Claims, type PersonRecord } from './access.ts';

export type SessionState = 'loading' | 'signed-out' | 'disabled' | 'changed' | Access;

const SIGNED_IN = 'signed-in';

/** Whether this browser was signed in a moment ago: a guess to start work on, never a proof. */
export function wasSignedIn(): boolean {
  return recall(SIGNED_IN, (value) => value === 'yes') !== null;
}

const HAD_PORTAL = 'had-portal';

/** Whether whoever was signed in here a moment ago was a customer: a guess as well. */
export function hadPortal(): boolean {
  return recall(HAD_PORTAL, (value) => value === 'yes') !== null;
}

/** What the guesses above go by when the page is loaded the next time. */
function rememberVisit(signedIn: boolean, customerId: string | null): void {
  remember(SIGNED_IN, signedIn ? 'yes' : null);
  remember(HAD_PORTAL, signedIn && customerId !== null ? 'yes' : null);
}

const NOBODY: Claims = { role: null, customerId: null };

/**
 * Who is signed in and what they may enter. The token's claims open the doors at once; the stored person,
 * watched while a layout is open, closes them the moment an owner changes or disables the account.
 */
export const useSession = defineStore('session', () => {
  const state = ref<SessionState>('loading');
  const user = shallowRef<SignedIn | null>(null);
  const claims = shallowRef<Claims>(NOBODY);
  const person = shallowRef<PersonRecord | null>(null);
  const role = computed(() => claims.value.role);
  const customerId = computed(() => claims.value.customerId);
  const name = computed(() => person.value?.name ?? user.value?.name ?? user.value?.email ?? '');
  let settle: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (settle = resolve));

  let leaving = false;

  function accept(next: SignedIn | null): void {
    // signOut() leaves the page by itself.
    if (leaving) return;
    const before = user.value;
    const nextClaims = next === null ? NOBODY : claimsOf(next.claims);
    user.value = next;
    rememberVisit(next !== null, nextClaims.customerId);
    if (next === null) person.value = null;
    // A page that is open was built for the old rights; it is left by "Your access changed", not rebuilt.
    const samePerson = before !== null && before.uid === next?.uid;
    const changed = samePerson && accessOf(claims.value) !== 'none' && !sameClaims(claims.value, nextClaims);
    claims.value = nextClaims;
    if (next === null) state.value = 'signed-out';
    else if (!ended()) state.value = changed ? 'changed' : accessOf(nextClaims);
    settle();
  }

  /** Only signing in anew leads out of these. */
  function ended(): boolean {
    return state.value === 'disabled' || state.value === 'changed';
  }

  /** Takes in what users/{uid} says now; called by whoever watches it. */
  async function learn(record: PersonRecord | null): Promise<void> {
    person.value = record;
    if (record === null || user.value === null) return;
    const verdict = judge(record, claims.value, user.value.authTime);
    if (verdict === 'disabled') state.value = 'disabled';
    if (verdict === 'sign-in-again') state.value = 'changed';
    if (verdict === 'refresh-token') await recheck();
  }

  /** Their own record is closed to them: sign-ins of before no longer count, whatever the token still says. */
  function lose(): void {
    if (user.value !== null && !leaving) state.value = 'changed';
  }

  /** Fetches a new token; when even that is refused, the person has to sign in again. */
  async function recheck(): Promise<void> {
    try {
      await refreshToken();
    } catch {
      state.value = 'changed';
    }
  }

  /** Ends the sign-in and forgets everything that was shown, by loading the page anew. */
  async function signOut(leave: () => void = () => location.replace('/sign-in')): Promise<void> {
    leaving = true;
    rememberVisit(false, null);
    await Promise.allSettled([forgetLiveData(), endSignIn()]);
    leave();
  }

  /** Whether the console's role allows it; hides and greys controls, the server decides. */
  function can(permission: Permission): boolean {
    return role.value !== null && may(role.value, permission);
  }

  return {
    state,
    user,
    claims,
    person,
    role,
    customerId,
    name,
    ready,
    start: () => watchSignedIn(accept),
    accept,
    learn,
    lose,
    recheck,
    signOut,
    can,
  };
});

function sameClaims(a: Claims, b: Claims): boolean {
  return a.role === b.role && a.customerId === b.customerId;
}
