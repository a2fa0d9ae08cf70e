import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, test } from 'vitest';
import { personOf } from '../../web/src/session/access.ts';
import { useEnvironment } from '../../web/src/session/environment.ts';
import { useSession } from '../../web/src/session/session.ts';

const SIGNED_IN_AT = new Date('2026-11-22T12:00:00Z');
const signedIn = (claims: Record<string, unknown>, uid = 'u1') => ({
  uid,
  email: 'ada@example.test',
  name: null,
  hasPassword: true,
  claims,
  authTime: SIGNED_IN_AT,
});
const stored = (fields: Record<string, unknown>) =>
  personOf('u1', {
    role: 'admin',
    customerId: null,
    claimsValidAfter: new Date('2026-11-01T00:00:00Z'),
    ...fields,
  });

beforeEach(() => {
  localStorage.clear();
  setActivePinia(createPinia());
});

describe('the session', () => {
  test('is settled once it is known that nobody is signed in', async () => {
    const session = useSession();
    expect(session.state).toBe('loading');
    session.accept(null);
    await session.ready;
    expect(session.state).toBe('signed-out');
  });

  test('a stored person that says the same changes nothing', async () => {
    const session = useSession();
    session.accept(signedIn({ role: 'admin' }));
    await session.learn(stored({ name: 'Ada' }));
    expect([session.state, session.role, session.name]).toEqual(['console', 'admin', 'Ada']);
  });

  test.each([
    ['disabled', { disabled: true }, 'disabled'],
    ['signed out everywhere', { claimsValidAfter: new Date('2026-11-22T12:00:01Z') }, 'changed'],
    ['demoted, and no new token to be had', { role: 'viewer' }, 'changed'],
  ])('%s: the session ends at once, and a later token does not revive it', async (_name, change, state) => {
    const session = useSession();
    session.accept(signedIn({ role: 'admin' }));
    await session.learn(stored(change));
    expect(session.state).toBe(state);
    session.accept(signedIn({ role: 'admin' }));
    expect(session.state).toBe(state);
  });

  test('whose own record is closed to them is out, and nobody is before they are in', () => {
    const session = useSession();
    session.lose();
    expect(session.state).toBe('loading');
    session.accept(signedIn({ role: 'admin' }));
    session.lose();
    expect(session.state).toBe('changed');
    session.accept(signedIn({ role: 'admin' }));
    expect(session.state).toBe('changed');
  });

  test('a token with another role ends the page built for the old one', () => {
    const session = useSession();
    session.accept(signedIn({ role: 'admin' }));
    session.accept(signedIn({ role: 'viewer' }));
    expect([session.state, session.can('licenses.write')]).toEqual(['changed', false]);
  });

  test('a first right opens the door without signing in again', () => {
    const session = useSession();
    session.accept(signedIn({}));
    expect(session.state).toBe('none');
    session.accept(signedIn({ customerId: 'c1' }));
    expect(session.state).toBe('portal');
  });
});

describe('the environment', () => {
  test('is production until chosen, remembered afterwards', () => {
    useSession().accept(signedIn({ role: 'admin' }));
    expect(useEnvironment().current).toBe('production');
    useEnvironment().choose('staging');
    setActivePinia(createPinia());
    expect(useEnvironment().current).toBe('staging');
  });

  test('is one that the person may see, whatever was remembered', async () => {
    const session = useSession();
    session.accept(signedIn({ role: 'admin' }));
    await session.learn(stored({ environments: ['staging', 'development'] }));
    const environment = useEnvironment();
    expect([environment.current, environment.allowed]).toEqual(['staging', ['staging', 'development']]);
    environment.choose('production');
    expect(environment.current).toBe('staging');
  });
});
