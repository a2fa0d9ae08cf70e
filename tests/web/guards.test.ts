import { describe, expect, test } from 'vitest';
import { createMemoryHistory, type RouteRecordRaw } from 'vue-router';
import { decide } from '../../web/src/router/decide.ts';
import { createAppRouter } from '../../web/src/router/router.ts';
import type { SessionState } from '../../web/src/session/session.ts';

const Page = { template: '<p />' };
const area = (path: string): RouteRecordRaw[] => [
  {
    path,
    component: Page,
    children: [
      { path: 'licenses', name: `${path} licenses`, component: Page },
      { path: '', component: Page },
    ],
  },
];

function appFor(state: SessionState) {
  const loaded: string[] = [];
  const now = { state };
  const load = (name: string, path: string) => () => {
    loaded.push(name);
    return Promise.resolve(area(path));
  };
  const router = createAppRouter({
    history: createMemoryHistory(),
    session: { ready: Promise.resolve(), state: () => now.state },
    load: { admin: load('admin', '/admin'), portal: load('portal', '/portal') },
  });
  return { router, loaded, now };
}

describe('who may open what', () => {
  const FORBIDDEN = 'not found';
  const signIn = (path: string) => `/sign-in?redirect=${encodeURIComponent(path)}`;
  const table: readonly (readonly [SessionState, path: string, result: string])[] = [
    ['signed-out', '/', '/sign-in'],
    ['signed-out', '/sign-in', 'allow'],
    ['signed-out', '/reset', 'allow'],
    ['signed-out', '/no-access', '/sign-in'],
    ['signed-out', '/admin/licenses?q=a', signIn('/admin/licenses?q=a')],
    ['signed-out', '/portal', signIn('/portal')],
    ['loading', '/admin', signIn('/admin')],
    ['console', '/', '/admin'],
    ['console', '/sign-in', '/admin'],
    ['console', '/admin/licenses', 'allow'],
    ['console', '/portal/licenses', FORBIDDEN],
    ['portal', '/', '/portal'],
    ['portal', '/sign-in', '/portal'],
    ['portal', '/portal/licenses', 'allow'],
    ['portal', '/admin', FORBIDDEN],
    ['portal', '/admin/licenses', FORBIDDEN],
    ['portal', '/Admin/licenses', FORBIDDEN],
    ['both', '/', '/admin'],
    ['both', '/admin/licenses', 'allow'],
    ['both', '/portal/licenses', 'allow'],
    ['none', '/', '/no-access'],
    ['none', '/no-access', 'allow'],
    ['none', '/admin', '/no-access'],
    ['none', '/portal', '/no-access'],
    ['disabled', '/admin', '/access-changed'],
    ['disabled', '/portal', '/access-changed'],
    ['changed', '/admin', '/access-changed'],
    ['changed', '/', '/access-changed'],
    ['changed', '/access-changed', 'allow'],
  ];
  test.each(table)('%s at %s: %s', (state, fullPath, result) => {
    const decision = decide(state, { path: fullPath.split('?')[0] ?? '', fullPath });
    const said = decision.kind === 'go' ? decision.path : decision.kind === 'allow' ? 'allow' : FORBIDDEN;
    expect(said).toBe(result);
  });
});

describe('code of the other side', () => {
  test('a customer who opens the console sees "not found" at that address, and fetches none of its code', async () => {
    const { router, loaded } = appFor('portal');
    await router.push('/admin/licenses?x=1#y');
    expect(router.currentRoute.value.name).toBe('not-found');
    expect(router.currentRoute.value.fullPath).toBe('/admin/licenses?x=1#y');
    expect(loaded).toEqual([]);
  });

  test('an operator who opens the console gets the page, and fetches its code once', async () => {
    const { router, loaded } = appFor('console');
    await router.push('/admin/licenses?x=1#y');
    expect(router.currentRoute.value.name).toBe('/admin licenses');
    expect(router.currentRoute.value.fullPath).toBe('/admin/licenses?x=1#y');
    await router.push('/admin');
    expect(loaded).toEqual(['admin']);
  });

  test('nobody signed in: neither side is fetched', async () => {
    const { router, loaded } = appFor('signed-out');
    await router.push('/portal/licenses');
    expect(router.currentRoute.value.path).toBe('/sign-in');
    expect(loaded).toEqual([]);
  });

  test('a console page that was open is not found once the role is gone', async () => {
    const { router, now } = appFor('both');
    await router.push('/admin/licenses');
    now.state = 'portal';
    await router.push('/admin');
    expect(router.currentRoute.value.name).toBe('not-found');
  });
});

describe('a customer who was here before', () => {
  const routes: RouteRecordRaw[] = [
    {
      path: '/portal',
      component: Page,
      children: [
        { path: 'licenses', component: Page, meta: { early: true } },
        { path: 'profile', component: Page },
      ],
    },
  ];

  function comingBack(likely: 'portal' | null = 'portal') {
    let known: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (known = resolve));
    let state: SessionState = 'loading';
    const loaded: string[] = [];
    const load = (name: string) => () => {
      loaded.push(name);
      return Promise.resolve(name === 'portal' ? routes : []);
    };
    const router = createAppRouter({
      history: createMemoryHistory(),
      session: { ready, state: () => state },
      likely: () => likely,
      load: { admin: load('admin'), portal: load('portal') },
    });
    const learn = async (now: SessionState): Promise<void> => {
      state = now;
      known();
      await ready;
    };
    return { router, loaded, learn, path: () => router.currentRoute.value.path };
  }

  test('sees the frame of a list before it is known who they are, and stays', async () => {
    const { router, learn, path } = comingBack();
    await router.push('/portal/licenses');
    expect(path()).toBe('/portal/licenses');
    await learn('portal');
    expect(path()).toBe('/portal/licenses');
  });

  test.each([
    ['signed-out', '/sign-in?redirect=/portal/licenses'],
    ['none', '/no-access'],
    ['disabled', '/access-changed'],
    ['console', '/portal/licenses'],
  ] as const)('and when they are %s by now they are led to %s', async (state, led) => {
    const { router, learn } = comingBack();
    await router.push('/portal/licenses');
    await learn(state);
    const place = () => [router.currentRoute.value.fullPath, router.currentRoute.value.name === 'not-found'];
    await expect.poll(place, { timeout: 4_000 }).toEqual([led, state === 'console']);
  });

  test.each([
    ['a page that asks at once', '/portal/profile', 'portal'],
    ['somebody who was no customer', '/portal/licenses', null],
    ['the console', '/admin', 'portal'],
  ] as const)('%s waits until it is known', async (_what, asked, likely) => {
    const { router, loaded, learn, path } = comingBack(likely);
    const going = router.push(asked);
    await Promise.resolve();
    expect(path()).toBe('/');
    await learn('signed-out');
    await going;
    expect(path()).toBe('/sign-in');
    expect(loaded).not.toContain('admin');
  });
});

describe('deep links survive sign-in', () => {
  test('the page asked for opens after sign-in', async () => {
    const { router, now } = appFor('signed-out');
    await router.push('/admin/licenses?status=active');
    expect(router.currentRoute.value.query.redirect).toBe('/admin/licenses?status=active');
    now.state = 'console';
    await router.push(`${router.currentRoute.value.fullPath}&again=1`);
    expect(router.currentRoute.value.fullPath).toBe('/admin/licenses?status=active');
  });

  test('a link to another site is not followed', async () => {
    const { router } = appFor('console');
    await router.push('/sign-in?redirect=https://evil.example/');
    expect(router.currentRoute.value.path).toBe('/admin');
  });
});
