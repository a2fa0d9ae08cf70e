import type { Page } from '@playwright/test';
import { PASSWORD, signInService } from './stack.ts';

/** The one that pages of a local stack are told (scripts/stack/variables.ts); it only names a place in the browser. */
const API_KEY = 'demo';
const HOUR_MS = 3_600_000;

interface Answer {
  readonly localId: string;
  readonly idToken: string;
  readonly refreshToken: string;
}

/**
 * Opens a new page as somebody who signed in a moment ago: asks the sign-in service what the form would ask it,
 * and puts the answer where Firebase Auth looks for whoever was here before (its `browserLocalPersistence`, in the
 * form of its `User.toJSON`). Once: who signs out on that page stays signed out.
 */
export async function openSignedIn(page: Page, email: string, path: string): Promise<void> {
  const { status, text } = await signInService('signInWithPassword', {
    email,
    password: PASSWORD,
    returnSecureToken: true,
  });
  if (status !== 200) throw new Error(`${email} cannot sign in: ${text}`);
  const { localId, idToken, refreshToken } = JSON.parse(text) as Answer;
  const user = {
    uid: localId,
    email,
    emailVerified: true,
    isAnonymous: false,
    providerData: [],
    stsTokenManager: { refreshToken, accessToken: idToken, expirationTime: Date.now() + HOUR_MS },
    apiKey: API_KEY,
    appName: '[DEFAULT]',
  };
  const kept = { name: `firebase:authUser:${API_KEY}:[DEFAULT]`, value: JSON.stringify(user) };
  const keeping = await page.addInitScript(({ name, value }) => localStorage.setItem(name, value), kept);
  await page.goto(path);
  await keeping.dispose();
}
