import { describe, expect, it } from 'vitest';
import { effectScope, nextTick, reactive } from 'vue';
import type { List } from '../../web/src/lists/useList.ts';
import { useSelection } from '../../web/src/lists/useSelection.ts';

interface Thing {
  readonly id: string;
  readonly size: number;
}
type State = Pick<List<Thing, object>, 'rows' | 'filter' | 'searching' | 'more' | 'total'>;

const things = (from: number, count: number): Thing[] =>
  Array.from({ length: count }, (_, i) => ({ id: `t${from + i}`, size: 1 }));

function setUp(most = 1000) {
  const state = reactive<{ -readonly [Name in keyof State]: State[Name] }>({
    rows: things(0, 10),
    filter: { kind: null },
    searching: false,
    more: false,
    total: 120,
  });
  const list = state as unknown as List<Thing, object>;
  const selection = effectScope().run(() => useSelection(list, { nameOf: ({ id }) => id, most }));
  if (selection === undefined) throw new Error('the scope ended');
  const toggle = (at: number, range = false) => {
    const row = state.rows[at];
    if (row !== undefined) selection.table.toggle(row, range);
  };
  return { state, selection, toggle, ids: () => selection.rows.map(({ id }) => id) };
}

describe('a selection', () => {
  it('takes rows one by one, ranges both ways, and whole pages', () => {
    const { selection, toggle, ids } = setUp();
    toggle(4);
    toggle(2, true);
    expect(ids().toSorted()).toEqual(['t2', 't3', 't4']);
    toggle(3);
    expect([selection.count, selection.table.page]).toEqual([2, 'some']);
    selection.table.togglePage();
    expect([selection.count, selection.table.page]).toEqual([10, 'all']);
    selection.table.togglePage();
    expect([selection.count, selection.some]).toEqual([0, false]);
  });

  it('goes along to the next page and comes back', async () => {
    const { state, selection, toggle } = setUp();
    toggle(0);
    state.rows = things(10, 10);
    await nextTick();
    toggle(0);
    expect([selection.count, selection.table.page]).toEqual([2, 'some']);
    state.rows = things(0, 10);
    await nextTick();
    expect(selection.table.has(things(0, 1)[0] ?? { id: '', size: 0 })).toBe(true);
  });

  it('survives live updates and knows the rows as they are now', async () => {
    const { state, selection, toggle } = setUp();
    toggle(0);
    state.rows = state.rows.map((row) => ({ ...row, size: 7 }));
    await nextTick();
    expect(selection.rows).toEqual([{ id: 't0', size: 7 }]);
  });

  it('is empty after another filter, but not after another order', async () => {
    const { state, selection, toggle } = setUp();
    toggle(0);
    state.filter = { kind: null, sort: { key: 'size', direction: 'asc' } };
    await nextTick();
    expect(selection.count).toBe(1);
    state.filter = { kind: 'odd' };
    await nextTick();
    expect(selection.some).toBe(false);
  });

  it('offers all that match once the page is full, and falls back to the page when a row is taken out', () => {
    const { selection, toggle } = setUp();
    expect(selection.rest).toBeUndefined();
    selection.table.togglePage();
    expect(selection.rest).toBe(120);
    selection.selectEverything();
    expect([selection.everything, selection.count, selection.rows]).toEqual([true, 120, []]);
    toggle(0);
    expect([selection.everything, selection.count]).toEqual([false, 9]);
  });

  it('says of a search with more matches than shown that their number is not known', () => {
    const { state, selection } = setUp();
    Object.assign(state, { searching: true, more: true, total: null });
    selection.table.togglePage();
    expect(selection.rest).toBeNull();
    selection.selectEverything();
    expect(selection.count).toBeNull();
  });

  it('holds no more than may be picked by hand', () => {
    const { selection } = setUp(4);
    selection.table.togglePage();
    expect([selection.count, selection.full]).toEqual([4, true]);
  });
});
