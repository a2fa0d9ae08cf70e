import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nextTick } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import CommandPalette from '../../web/src/admin/palette/CommandPalette.vue';
import { pageItems } from '../../web/src/admin/palette/paletteItems.ts';
import { NAVIGATION } from '../../web/src/admin/navigation.ts';
import { liveSourceKey } from '../../web/src/firebase/live.ts';
import { aLicense } from '../support/builders.ts';
import { fakeLive } from './support/fakeLive.ts';
import { mountPart } from './support/mount.ts';

const KEY = 'DEMO-ACTI-VE00-0001';
/** The pages that everybody in the console may open, as the rail has them. */
const PAGES = NAVIGATION.flat().filter(({ needs }) => needs === undefined);
let wrapper: VueWrapper | undefined;
let isOpen = true;

async function opened() {
  const live = fakeLive();
  const fetched = vi.fn(() => Promise.resolve(live.source));
  const router: Router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:path(.*)*', component: { render: () => null } }],
  });
  const opener = document.createElement('button');
  document.body.append(opener);
  opener.focus();
  isOpen = true;
  wrapper = mountPart(CommandPalette, {
    props: {
      modelValue: true,
      'onUpdate:modelValue': (value: boolean) => {
        isOpen = value;
        void wrapper?.setProps({ modelValue: value });
      },
    },
    global: { plugins: [createPinia(), router], provide: { [liveSourceKey as symbol]: fetched } },
  });
  await flushPromises();
  const asked = (collection: string) =>
    live.subscriptions.filter(({ query, open }) => open && query.collection.endsWith(collection));
  return { ...live, asked, fetched, router, opener };
}

function field(): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>('input[role=combobox]');
  if (found === null) throw new Error('no field');
  return found;
}
async function type(text: string): Promise<void> {
  field().value = text;
  field().dispatchEvent(new Event('input'));
  await nextTick();
  await vi.advanceTimersByTimeAsync(300);
  await flushPromises();
}
async function press(key: string): Promise<void> {
  field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await flushPromises();
}
const options = () => [...document.querySelectorAll('[role=option]')];
const texts = () => options().map((option) => option.textContent?.trim());
const active = () => {
  const chosen = options().filter((option) => option.getAttribute('aria-selected') === 'true');
  expect(chosen.map(({ id }) => id)).toEqual(
    [field().getAttribute('aria-activedescendant')].filter((id) => id !== null),
  );
  return chosen[0]?.textContent?.trim();
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  wrapper?.unmount();
  document.body.innerHTML = '';
  vi.useRealTimers();
});

describe('the palette', () => {
  test('shows pages at once and fetches nothing before two characters are typed', async () => {
    const { fetched } = await opened();
    expect(texts()).toEqual(PAGES.map(({ title }) => title));
    await type('l');
    expect(fetched).not.toHaveBeenCalled();
    await type('li');
    expect(fetched).toHaveBeenCalled();
  });

  test('goes round by arrows and opens by Enter', async () => {
    const { router } = await opened();
    expect(active()).toBe(PAGES[0]?.title);
    await press('ArrowUp');
    expect(active()).toBe(PAGES.at(-1)?.title);
    await press('ArrowDown');
    await press('ArrowDown');
    expect(active()).toBe(PAGES[1]?.title);
    await press('Enter');
    expect(isOpen).toBe(false);
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe(PAGES[1]?.path));
  });

  test('finds a license by a piece of its key and never shows or links the whole key', async () => {
    const { asked, router } = await opened();
    await type('DEMO-ACT');
    expect(document.querySelector('[role=status]')?.textContent).toBe('Searching');
    const license = { ...aLicense({ id: 'l1', key: KEY, keyHint: 'DEMO-ACT' }) };
    const falseHit = { ...aLicense({ id: 'l2', key: 'DEMX-YMOA-CTXX' }) };
    asked('/licenses')[0]?.answer([
      { id: 'l2', data: falseHit },
      { id: 'l1', data: license },
    ]);
    await flushPromises();
    expect(texts()).toHaveLength(1);
    expect(active()).toContain('DEMO-ACT…');
    expect(document.body.innerHTML).not.toContain(KEY);
    await press('Enter');
    expect(isOpen).toBe(false);
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/admin/licenses/l1'));
  });

  test('shows eight licenses, and the way to the others holds no whole key', async () => {
    const { asked, router } = await opened();
    await type(KEY);
    const many = Array.from({ length: 12 }, (_, n) => ({
      id: `l${n}`,
      data: { ...aLicense({ id: `l${n}`, key: KEY + n, keyHint: 'DEMO-ACT' }) },
    }));
    asked('/licenses')[0]?.answer(many);
    await flushPromises();
    expect(texts()).toHaveLength(9);
    await press('ArrowUp');
    await press('Enter');
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/admin/licenses?q=DEMO-ACT'));
  });

  test('finds customers by any part of their address, and products, and leads to them', async () => {
    const { asked, router } = await opened();
    await type('ac');
    asked('/customers')[0]?.answer([
      { id: 'c', data: { email: 'jo@acme.example', name: null } },
      { id: 'd', data: { email: 'false@hit.example', name: null } },
    ]);
    asked('/products')[0]?.answer([
      { id: 'acme-editor', data: { name: 'Acme Editor' } },
      { id: 'other', data: { name: 'Other' } },
    ]);
    asked('/licenses')[0]?.answer([]);
    await flushPromises();
    expect(texts()).toEqual(['Activations', 'jo@acme.example', 'Acme Editoracme-editor']);
    expect(document.querySelector('[role=status]')?.textContent).toBe('3 entries');
    await press('ArrowDown');
    await press('Enter');
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/admin/customers/c'));
  });

  test('says when nothing fits, and when something could not be searched', async () => {
    const { subscriptions, asked } = await opened();
    await type('zzzz');
    for (const { answer } of subscriptions) answer([]);
    await flushPromises();
    expect(document.body.textContent).toContain('Nothing in production fits');
    await type('yyyy');
    for (const { answer } of subscriptions.filter(({ open }) => open)) answer([]);
    asked('/licenses')[0]?.fail({ code: 'unavailable' });
    await flushPromises();
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Licenses:');
    const before = subscriptions.length;
    document.querySelector<HTMLElement>('[role=alert] button')?.click();
    await flushPromises();
    expect(subscriptions).toHaveLength(before + 1);
  });

  test('Escape clears first and closes then; the keyboard is back where it was', async () => {
    const { opener } = await opened();
    await type('audit');
    await press('Escape');
    expect([isOpen, field().value]).toEqual([true, '']);
    await press('Escape');
    expect(isOpen).toBe(false);
    expect(document.activeElement).toBe(opener);
  });
});

describe('the pages of the palette', () => {
  test('are found by the beginnings of their words', () => {
    const found = pageItems('licen', () => true).map(({ title }) => title);
    expect(found.slice(0, 2)).toEqual(['Licenses', 'Create license']);
    expect(pageItems('lic cre', () => true).map(({ to }) => to)).toEqual(['/admin/licenses/new']);
    expect(pageItems('icense', () => true)).toEqual([]);
  });
  test('are only those that the role may use', () => {
    expect(pageItems('create', () => false)).toEqual([]);
    expect(pageItems('audit', () => false)).toHaveLength(1);
  });
});
