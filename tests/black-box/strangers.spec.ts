import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { call, firestore, signInService } from '../support/stack.ts';

const KNOWN = 'customer-a@latchkey.test';
const UNKNOWN = `nobody-${randomUUID()}@latchkey.test`;

/** What strangers may ask the sign-in service about an address, past the app. */
const QUESTIONS: readonly [what: string, method: string, about: object][] = [
  ['a sign-in with a wrong password', 'signInWithPassword', { password: 'not-the-password' }],
  ['a link to reset the password', 'sendOobCode', { requestType: 'PASSWORD_RESET' }],
  ['a link to sign in', 'sendOobCode', { requestType: 'EMAIL_SIGNIN', continueUrl: 'http://127.0.0.1/' }],
];

for (const [what, method, about] of QUESTIONS) {
  test(`${what} is answered alike whether an address has an account or not`, async () => {
    const [known, unknown] = await Promise.all(
      [KNOWN, UNKNOWN].map((email) => signInService(method, { email, ...about })),
    );
    // The service repeats the address that it was given, and nothing else may differ.
    expect(known?.status).toBe(unknown?.status);
    expect(known?.text.replaceAll(KNOWN, 'ADDRESS')).toBe(unknown?.text.replaceAll(UNKNOWN, 'ADDRESS'));
  });
}

test('asked how an address signs in, the service names no way, known or not', async () => {
  for (const identifier of [KNOWN, UNKNOWN]) {
    const { text } = await signInService('createAuthUri', { identifier, continueUri: 'http://127.0.0.1/' });
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(['kind', 'sessionId']);
  }
});

test('who signs themselves up has an account and nothing else: no record opens, no function obeys', async () => {
  const email = `self-made-${randomUUID()}@latchkey.test`;
  const { text } = await signInService('signUp', { email, password: randomUUID(), returnSecureToken: true });
  const { idToken: token } = JSON.parse(text) as { idToken: string };
  const all = (collectionId: string) => ({ structuredQuery: { from: [{ collectionId }], limit: 1 } });
  for (const collection of ['licenses', 'activations', 'products', 'customers', 'audit', 'settings']) {
    const answer = await firestore('/environments/production:runQuery', { token }, all(collection));
    expect(answer.status, collection).toBe(403);
  }
  const request = { environment: 'production', customer: { email, name: null } };
  expect((await call('createCustomer', request, { token })).status).toBe(403);
  expect((await call('ownDownloads', {}, { token })).status).toBe(403);
});
