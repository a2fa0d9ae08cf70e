import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defineComponent, h } from 'vue';
import { createMemoryHistory, createRouter, onBeforeRouteUpdate, RouterView, type Router } from 'vue-router';
import type { Environment } from '@latchkey/domain/environment';
import { nameEnvironment, useEnvironmentAddress } from '../../web/src/admin/environmentAddress.ts';
import { personOf } from '../../web/src/session/access.ts';
import { useEnvironment } from '../../web/src/session/environment.ts';
import { useSession } from '../../web/src/session/session.ts';
import { toasts } from '../../web/src/ui/toast.ts';

let wrapper: VueWrapper | undefined;

/** The console's frame around pages that are nothing. */
async function at(
  path: string,
  { current = 'production', only }: { current?: Environment; only?: Environment[] } = {},
) {
  const pinia = createPinia();
  setActivePinia(pinia);
  if (only) useSession().person = personOf('u1', { role: 'admin', environments: only });
  useEnvironment().choose(current);
  const page = { render: () => h('p') };
  const frame = defineComponent({
    setup() {
      useEnvironmentAddress();
      onBeforeRouteUpdate(nameEnvironment);
      return () => h(RouterView);
    },
  });
  const router: Router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      {
        path: '/admin',
        component: frame,
        beforeEnter: nameEnvironment,
        children: [
          { path: 'licenses', component: page },
          { path: 'licenses/:id', component: page },
          { path: 'licenses/:id/edit', component: page },
          { path: 'admins/:id', component: page },
        ],
      },
    ],
  });
  wrapper = mount({ render: () => h(RouterView) }, { global: { plugins: [pinia, router] } });
  await go(router, path);
  return { router, environment: useEnvironment(), address: () => router.currentRoute.value.fullPath };
}
async function go(router: Router, path: string): Promise<void> {
  await router.push(path);
  await flushPromises();
}

beforeEach(() => {
  localStorage.clear();
  toasts.length = 0;
});
afterEach(() => wrapper?.unmount());

describe('the address of a record', () => {
  test.each([
    ['/admin/licenses/a', '/admin/licenses/a?env=staging'],
    ['/admin/licenses/a/edit', '/admin/licenses/a/edit?env=staging'],
    ['/admin/licenses/a?tab=x#end', '/admin/licenses/a?tab=x&env=staging#end'],
    ['/admin/licenses?q=ab', '/admin/licenses?q=ab'],
    ['/admin/admins/u1', '/admin/admins/u1'],
  ])('%s becomes %s, opened by itself and from within', async (asked, shown) => {
    expect((await at(asked, { current: 'staging' })).address()).toBe(shown);
    wrapper?.unmount();
    const { router, address } = await at('/admin/licenses', { current: 'staging' });
    await go(router, asked);
    expect(address()).toBe(shown);
  });

  test('leads into the environment that it names, and says so', async () => {
    const { environment, address } = await at('/admin/licenses/a?env=development');
    expect(environment.current).toBe('development');
    expect(address()).toBe('/admin/licenses/a?env=development');
    expect(toasts.map(({ text }) => text)).toEqual(['Switched to development, where this link leads']);
  });

  test('says nothing where it leads to where one is', async () => {
    await at('/admin/licenses/a?env=production');
    expect(toasts).toEqual([]);
  });

  test('follows the choice of another environment', async () => {
    const { environment, address } = await at('/admin/licenses/a');
    environment.choose('staging');
    await flushPromises();
    expect(address()).toBe('/admin/licenses/a?env=staging');
    expect(environment.current).toBe('staging');
  });

  test('of an environment that the person may not see is refused in words', async () => {
    const { environment, address } = await at('/admin/licenses/a?env=staging', { only: ['production'] });
    expect(environment.current).toBe('production');
    expect(address()).toBe('/admin/licenses/a?env=production');
    expect(toasts.map(({ text }) => text)).toEqual([
      'This link leads to staging, which your account may not see.',
    ]);
  });

  test('with an environment that does not exist names the current one', async () => {
    expect((await at('/admin/licenses/a?env=moon')).address()).toBe('/admin/licenses/a?env=production');
  });
});
