import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import ReauthenticationHost from '../../web/src/account/ReauthenticationHost.vue';
import { ProblemError } from '../../web/src/firebase/errors.ts';
import { useReauthentication } from '../../web/src/session/reauthentication.ts';
import { useSession } from '../../web/src/session/session.ts';
import { mountPart } from './support/mount.ts';

interface World {
  minutes: number | null;
  password: string;
  google: boolean;
}
const world = vi.hoisted((): World => ({ minutes: 5, password: 'right', google: true }));
vi.mock('../../web/src/session/securitySettings.ts', () => ({
  readReauthMinutes: () =>
    world.minutes === -1 ? Promise.reject(new Error('offline')) : Promise.resolve(world.minutes),
}));
vi.mock('../../web/src/firebase/auth.ts', () => ({
  proveIdentity: (password: string) =>
    password === world.password
      ? Promise.resolve()
      : Promise.reject(Object.assign(new Error('no'), { code: 'auth/wrong-password' })),
  proveIdentityWithGoogle: () =>
    world.google
      ? Promise.resolve()
      : Promise.reject(Object.assign(new Error('no'), { code: 'auth/popup-closed-by-user' })),
}));

const MINUTE = 60_000;
let wrapper: VueWrapper | undefined;

/** Somebody signed in this long ago, with the question's dialog beside a button that has the focus. */
function sit(minutesAgo: number, how: { hasPassword?: boolean } = {}) {
  const pinia = createPinia();
  setActivePinia(pinia);
  useSession().accept({
    uid: 'u1',
    email: 'ada@example.test',
    name: null,
    hasPassword: how.hasPassword ?? true,
    claims: { role: 'admin' },
    authTime: new Date(Date.now() - minutesAgo * MINUTE),
  });
  const Page = defineComponent({
    render: () => [h('button', { id: 'opener' }, 'Show'), h(ReauthenticationHost)],
  });
  wrapper = mountPart(Page, { global: { plugins: [pinia] } });
  document.getElementById('opener')?.focus();
  return useReauthentication();
}

const dialog = () => document.querySelector('[role=dialog] form, .v-overlay--active form');
async function asked(): Promise<HTMLFormElement> {
  await vi.waitFor(() => {
    const open = dialog() instanceof HTMLFormElement && useReauthentication().asked !== null;
    if (!open) throw new Error('nobody asks');
    // The first one fetches the dialog, which takes a busy machine a while.
  }, 10_000);
  return dialog() as HTMLFormElement;
}
async function enter(password: string): Promise<void> {
  const form = await asked();
  const field = form.querySelector('input');
  if (field !== null) {
    field.value = password;
    field.dispatchEvent(new Event('input'));
  }
  await flushPromises();
  form.dispatchEvent(new Event('submit', { cancelable: true }));
  await flushPromises();
}
async function cancel(): Promise<void> {
  const buttons = [...(await asked()).querySelectorAll('button')];
  buttons.find((button) => button.textContent.includes('Cancel'))?.click();
  await flushPromises();
}
/** What has become of a promise so far. */
function outcomeOf<T>(promise: Promise<T>) {
  const outcome: { value?: T; failed?: unknown } = {};
  promise.then(
    (value) => (outcome.value = value),
    (cause: unknown) => (outcome.failed = cause),
  );
  return outcome;
}

beforeEach(() => {
  Object.assign(world, { minutes: 5, password: 'right', google: true });
  localStorage.clear();
});
afterEach(() => {
  wrapper?.unmount();
  document.body.innerHTML = '';
});

describe('while the sign-in is fresh, or nobody wants to know, nothing is asked', () => {
  test.each([
    ['a minute ago', 1, 5],
    ['hours ago, with an hour more allowed', 180, 240],
    ['years ago, switched off', 1e6, null],
  ] as const)('signed in %s', async (_name, ago, minutes) => {
    world.minutes = minutes;
    expect(await sit(ago).reauthenticate('show the license key')).toBe(true);
    expect(dialog()).toBeNull();
  });
});

describe('when it is too old', () => {
  test('it is said why and for what, a wrong password is said to be wrong, and the right one opens', async () => {
    const gate = sit(6);
    const outcome = outcomeOf(gate.reauthenticate('show the license key'));
    const form = await asked();
    expect(form.textContent).toContain('more than 5 minutes ago');
    expect(form.textContent).toContain('ada@example.test to show the license key');
    await enter('wrong');
    expect(form.querySelector('[role=alert]')?.textContent).toContain('not your password');
    expect(outcome).toEqual({});
    await enter('right');
    expect(outcome).toEqual({ value: true });
    expect(document.activeElement?.id).toBe('opener');
    // The proof counts from here on, although the token's own time is not here yet.
    expect(await gate.reauthenticate('delete the license')).toBe(true);
  });

  test('cancelling is a no, gives the focus back, and the next time asks again', async () => {
    const gate = sit(6);
    const first = outcomeOf(gate.reauthenticate('show the license key'));
    await cancel();
    expect(first).toEqual({ value: false });
    expect(document.activeElement?.id).toBe('opener');
    const second = outcomeOf(gate.reauthenticate('show the license key'));
    await enter('right');
    expect(second).toEqual({ value: true });
  });

  test('two that ask at once share one question and one answer', async () => {
    const gate = sit(6);
    const both = [outcomeOf(gate.reauthenticate('show it')), outcomeOf(gate.reauthenticate('copy it'))];
    await enter('right');
    expect(both).toEqual([{ value: true }, { value: true }]);
  });

  test('settings that cannot be read ask as if nothing were set', async () => {
    world.minutes = -1;
    const outcome = outcomeOf(sit(6).reauthenticate('show the license key'));
    await enter('right');
    expect(outcome).toEqual({ value: true });
  });

  test('an account without a password proves itself with Google, and closing the window proves nothing', async () => {
    world.google = false;
    const outcome = outcomeOf(sit(6, { hasPassword: false }).reauthenticate('show the license key'));
    const form = await asked();
    expect(form.querySelector('input')).toBeNull();
    await enter('');
    expect(form.textContent).toContain('The Google window was closed');
    expect(outcome).toEqual({});
    world.google = true;
    await enter('');
    expect(outcome).toEqual({ value: true });
  });

  test('whoever leaves the page has said no', async () => {
    const outcome = outcomeOf(sit(6).reauthenticate('show the license key'));
    await asked();
    wrapper?.unmount();
    await flushPromises();
    expect(outcome).toEqual({ value: false });
  });
});

describe('what the server guards too', () => {
  const refusal = new ProblemError({
    code: 'REAUTHENTICATION_NEEDED',
    sentence: 'Too old.',
    retryable: false,
  });

  test('is done once when the sign-in is fresh for both', async () => {
    const act = vi.fn(() => Promise.resolve('done'));
    expect(await sit(1).withFreshSignIn('delete the license', act)).toBe('done');
    expect(act).toHaveBeenCalledOnce();
  });

  test('is asked for and repeated where only the server finds it too old', async () => {
    const act = vi.fn(() => Promise.resolve('done')).mockRejectedValueOnce(refusal);
    const outcome = outcomeOf(sit(1).withFreshSignIn('delete the license', act));
    await enter('right');
    expect(outcome).toEqual({ value: 'done' });
    expect(act).toHaveBeenCalledTimes(2);
  });

  test('is not done at all when the person would not', async () => {
    const act = vi.fn(() => Promise.resolve('done'));
    const outcome = outcomeOf(sit(6).withFreshSignIn('delete the license', act));
    await cancel();
    expect(outcome.failed).toMatchObject({ problem: { code: 'REAUTHENTICATION_NEEDED' } });
    expect(act).not.toHaveBeenCalled();
  });

  test('fails as it fails for every other reason, without a question', async () => {
    const failure = new ProblemError({ code: 'internal', sentence: 'Oh.', retryable: true });
    await expect(sit(1).withFreshSignIn('delete it', () => Promise.reject(failure))).rejects.toBe(failure);
    expect(dialog()).toBeNull();
  });
});
