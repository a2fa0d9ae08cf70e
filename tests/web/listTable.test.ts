import { afterEach, describe, expect, test, vi } from 'vitest';
import { h } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { flushPromises, type VueWrapper } from '@vue/test-utils';
import ListTable from '../../web/src/ui/ListTable.vue';
import { nextSort } from '../../web/src/ui/listTable.ts';
import { mountPart } from './support/mount.ts';

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}
const ROWS: readonly Thing[] = [
  { id: 'a', name: 'Ada', count: 1 },
  { id: 'b', name: 'Bob', count: 20 },
];
const COLUMNS = [
  { key: 'name', title: 'Name', text: (row: Thing) => row.name, sortable: true },
  { key: 'count', title: 'Devices', text: (row: Thing) => String(row.count), numeric: true, hideable: true },
];
const PROBLEM = { code: 'unavailable', sentence: 'No connection.', retryable: true };

function newRouter(): Router {
  const routes = [{ path: '/:any(.*)', component: { render: () => null } }];
  return createRouter({ history: createMemoryHistory(), routes });
}

let wrapper: VueWrapper;
function show(
  props: Record<string, unknown>,
  slots: Record<string, (p: { row: Thing }) => unknown> = {},
  router = newRouter(),
): VueWrapper {
  wrapper = mountPart(ListTable, {
    props: { label: 'Things', columns: COLUMNS, rows: ROWS, state: 'ready', opens: true, ...props },
    slots: { empty: () => h('p', 'Nothing yet'), ...slots },
    global: { plugins: [router] },
  });
  return wrapper;
}
afterEach(() => wrapper.unmount());

describe('the list', () => {
  test('shows rows by their columns, numbers on the right', () => {
    show({});
    expect(wrapper.findAll('tbody tr').map((row) => row.text())).toEqual(['Ada1', 'Bob20']);
    expect(wrapper.findAll('td.numeric')).toHaveLength(2);
  });

  test('the first load keeps the layout with skeleton rows', () => {
    show({ rows: [], state: 'loading', pageSize: 50 });
    expect(wrapper.findAll('tbody tr[aria-hidden=true]')).toHaveLength(10);
    expect(wrapper.get('section').attributes('aria-busy')).toBe('true');
    expect(wrapper.text()).not.toContain('Nothing yet');
  });

  test('while another page loads the old rows stay', () => {
    show({ state: 'loading', hasNext: true });
    expect(wrapper.findAll('tbody tr')).toHaveLength(2);
    expect(wrapper.findAll('nav button').every((button) => button.attributes('disabled') !== undefined)).toBe(
      true,
    );
  });

  test('empty is said only when it is known', () => {
    show({ rows: [] });
    expect(wrapper.text()).toContain('Nothing yet');
    expect(wrapper.find('table').exists()).toBe(false);
  });

  test('an error says so and offers to try again; a refusal does not', async () => {
    show({ state: 'error', error: PROBLEM });
    expect(wrapper.get('[role=alert]').text()).toContain('No connection.');
    await wrapper.get('[role=alert] button').trigger('click');
    expect(wrapper.emitted('retry')).toHaveLength(1);
    await wrapper.setProps({ state: 'denied' });
    expect(wrapper.find('[role=alert] button').exists()).toBe(false);
  });

  test.each([
    ['a click', 'click', {}, 'here'],
    ['Enter', 'keydown', { key: 'Enter' }, 'here'],
    ['a click with Ctrl', 'click', { ctrlKey: true }, 'new tab'],
    ['a click with Cmd', 'click', { metaKey: true }, 'new tab'],
    ['Ctrl and Enter', 'keydown', { key: 'Enter', ctrlKey: true }, 'new tab'],
    ['the middle button', 'auxclick', { button: 1 }, 'new tab'],
    ['the right button', 'auxclick', { button: 2 }, 'nowhere'],
    ['another key', 'keydown', { key: 'x' }, 'nowhere'],
  ])('rows that are pages open by %s (%s)', async (_, type, how, where) => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    const router = newRouter();
    const to = (row: Thing) => `/things/${row.id}`;
    show({ opens: false, to }, {}, router);
    await wrapper.findAll('tbody tr')[1]?.trigger(type, how);
    await flushPromises();
    const here = where === 'here' ? ['/things/b'] : [];
    expect([router.currentRoute.value.path].filter((path) => path !== '/')).toEqual(here);
    expect(opened.mock.calls).toEqual(where === 'new tab' ? [['/things/b', '_blank', 'noopener']] : []);
    opened.mockRestore();
  });

  test('rows open on click and on Enter, but not by the controls inside them', async () => {
    show({}, { actions: ({ row }) => h('button', { class: 'menu' }, `Menu of ${row.name}`) });
    await wrapper.findAll('tbody tr')[1]?.trigger('click');
    await wrapper.findAll('tbody tr')[0]?.trigger('keydown', { key: 'Enter' });
    await wrapper.get('.menu').trigger('click');
    await wrapper.get('.menu').trigger('keydown', { key: 'Enter' });
    expect(wrapper.emitted('open')?.map(([row]) => row)).toEqual([ROWS[1], ROWS[0]]);
  });

  test('columns that are switched off are not there', () => {
    show({ hidden: ['count'] });
    expect(wrapper.findAll('th').map((head) => head.text())).toEqual(['Name']);
  });

  test('titles say the order and ask for the next one', async () => {
    show({ sort: { key: 'name', direction: 'asc' } });
    expect(wrapper.get('th').attributes('aria-sort')).toBe('ascending');
    await wrapper.get('th button').trigger('click');
    expect(wrapper.emitted('update:sort')).toEqual([[{ key: 'name', direction: 'desc' }]]);
    expect(nextSort({ key: 'name', direction: 'desc' }, 'name').direction).toBe('asc');
    expect(nextSort({ key: 'name', direction: 'asc' }, 'count')).toEqual({ key: 'count', direction: 'asc' });
  });

  test('the footer counts, and its buttons work only where there is a page', async () => {
    show({ countText: '1–2 of 4', hasNext: true });
    const [previous, next] = wrapper.findAll('nav button');
    expect(wrapper.text()).toContain('1–2 of 4');
    expect(previous?.attributes('disabled')).toBeDefined();
    await next?.trigger('click');
    expect(wrapper.emitted('next')).toHaveLength(1);
  });
});
