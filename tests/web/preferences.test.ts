import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, test, vi } from 'vitest';
import { nextTick } from 'vue';
import { personOf } from '../../web/src/session/access.ts';
import { usePreferences } from '../../web/src/session/preferences.ts';
import { useSession } from '../../web/src/session/session.ts';

interface World {
  readonly asked: object[];
  answer: () => Promise<object>;
}
const world = vi.hoisted((): World => ({ asked: [], answer: () => Promise.resolve({ ok: true }) }));
vi.mock('../../web/src/firebase/callables.ts', () => ({
  callable: () => (request: object) => {
    world.asked.push(request);
    return world.answer();
  },
}));

beforeEach(() => {
  localStorage.clear();
  setActivePinia(createPinia());
  world.asked.length = 0;
  world.answer = () => Promise.resolve({ ok: true });
});

function signIn(): void {
  useSession().accept({
    uid: 'u1',
    email: 'ada@example.test',
    name: null,
    hasPassword: true,
    claims: { customerId: 'c1' },
    authTime: new Date('2026-11-22T12:00:00Z'),
  });
}
async function kept(preferences: object): Promise<void> {
  await useSession().learn(personOf('u1', { customerId: 'c1', preferences }));
  await nextTick();
}

test('who is not signed in chooses for this browser, and nobody is asked', async () => {
  const preferences = usePreferences();
  expect(await preferences.choose({ language: 'de', theme: 'dark' })).toBeNull();
  expect(world.asked).toEqual([]);
  await nextTick();
  setActivePinia(createPinia());
  expect([usePreferences().language, usePreferences().theme]).toEqual(['de', 'dark']);
});

test('what is kept with the account follows the person, and the browser keeps what was never chosen', async () => {
  localStorage.setItem('latchkey.theme', '"dark"');
  const preferences = usePreferences();
  signIn();
  await kept({ language: 'de', timeZone: 'Asia/Tokyo' });
  expect([preferences.spoken, preferences.timeZone, preferences.theme]).toEqual(['de', 'Asia/Tokyo', 'dark']);
  await kept({ language: null, timeZone: 'Mars/Olympus', theme: 'purple' });
  expect([preferences.language, preferences.timeZone, preferences.theme]).toEqual([
    null,
    'Asia/Tokyo',
    'dark',
  ]);
});

test('a choice acts at once, is sent alone, and is not undone by what the account said before', async () => {
  const preferences = usePreferences();
  signIn();
  let answer: (value: object) => void = () => undefined;
  world.answer = () => new Promise((resolve) => (answer = resolve));
  const saving = preferences.choose({ language: 'de' });
  expect(preferences.language).toBe('de');
  await kept({ language: 'en' });
  expect(preferences.language).toBe('de');
  answer({ ok: true });
  expect(await saving).toBeNull();
  expect(world.asked).toEqual([{ language: 'de' }]);
});

test('a choice that could not be kept stays, and says why', async () => {
  const preferences = usePreferences();
  signIn();
  world.answer = () => Promise.reject(Object.assign(new Error('gone'), { code: 'functions/unavailable' }));
  expect(await preferences.choose({ theme: 'light' })).toMatchObject({ code: 'unavailable' });
  expect(preferences.theme).toBe('light');
});
