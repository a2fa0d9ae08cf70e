import { computed, ref, shallowRef, watch } from 'vue';
import type { RowSelection } from '../ui/listTable.ts';
import type { Identified } from './listPlan.ts';
import { COUNT_LIMIT } from './listQuery.ts';
import type { List } from './useList.ts';

export interface Selection<Row extends Identified> {
  /** What a page binds to its table. */
  readonly table: RowSelection<Row>;
  /** How many; null where everything that matches is selected and not counted yet. */
  readonly count: number | null;
  /** All that the filter leaves, on all pages, whatever comes meanwhile. */
  readonly everything: boolean;
  /** The rows picked one by one, as they were last seen; empty when everything is selected. */
  readonly rows: readonly Row[];
  readonly some: boolean;
  /** No more can be picked by hand. */
  readonly full: boolean;
  /** How many "select all that match" would be; null = not known exactly. Undefined = it would add nothing. */
  readonly rest: number | null | undefined;
  readonly selectEverything: () => void;
  readonly clear: () => void;
}

/**
 * Rows of a list that something will be done with: picked one by one, by ranges (shift), by whole pages, over
 * several pages, or all that match. Live changes of rows keep it; another filter or search empties it, because it
 * would stand for rows that nobody sees.
 */
export function useSelection<Row extends Identified>(
  list: List<Row, object>,
  { nameOf, most }: { readonly nameOf: (row: Row) => string; readonly most: number },
): Selection<Row> {
  const picked = shallowRef<ReadonlyMap<string, Row>>(new Map());
  const everything = ref(false);
  let anchor: string | null = null;

  watch(
    () => JSON.stringify({ ...list.filter, sort: null }),
    () => clear(),
  );
  // What is picked is kept as it is now, not as it was when it was picked.
  watch(
    () => list.rows,
    (rows) => {
      const fresh = rows.filter(({ id }) => picked.value.has(id));
      if (fresh.length > 0) picked.value = new Map([...picked.value, ...fresh.map(entry)]);
    },
  );

  function has({ id }: Row): boolean {
    return everything.value || picked.value.has(id);
  }
  function pick(rows: readonly Row[], on: boolean): void {
    // From "all that match" back to what can be seen, without these.
    const base = everything.value ? new Map(list.rows.map(entry)) : new Map(picked.value);
    everything.value = false;
    for (const row of rows) {
      if (!on) base.delete(row.id);
      else if (base.size < most) base.set(row.id, row);
    }
    picked.value = base;
  }
  function toggle(row: Row, range: boolean): void {
    const on = !has(row);
    const from = range ? list.rows.findIndex(({ id }) => id === anchor) : -1;
    const to = list.rows.findIndex(({ id }) => id === row.id);
    anchor = row.id;
    if (from < 0 || to < 0) pick([row], on);
    else pick(list.rows.slice(Math.min(from, to), Math.max(from, to) + 1), on);
  }
  function clear(): void {
    picked.value = new Map();
    everything.value = false;
    anchor = null;
  }

  const page = computed(() => {
    const ticked = list.rows.filter(has).length;
    if (ticked === 0) return 'none';
    return ticked === list.rows.length ? 'all' : 'some';
  });
  const table = computed<RowSelection<Row>>(() => ({
    has,
    page: page.value,
    nameOf,
    toggle,
    togglePage: () => pick(list.rows, page.value !== 'all'),
  }));
  /** Of a search, or while it is not counted, only what is on the page is known. */
  const known = computed(() => {
    if (list.searching) return list.more ? null : list.rows.length;
    return list.total === COUNT_LIMIT ? null : list.total;
  });

  return {
    get table() {
      return table.value;
    },
    get count() {
      return everything.value ? known.value : picked.value.size;
    },
    get everything() {
      return everything.value;
    },
    get rows() {
      return everything.value ? [] : [...picked.value.values()];
    },
    get some() {
      return everything.value || picked.value.size > 0;
    },
    get full() {
      return picked.value.size >= most;
    },
    get rest() {
      const more = known.value === null || known.value > picked.value.size;
      return !everything.value && page.value === 'all' && more ? known.value : undefined;
    },
    selectEverything: () => {
      picked.value = new Map();
      everything.value = true;
    },
    clear,
  };
}

function entry<Row extends Identified>(row: Row): [string, Row] {
  return [row.id, row];
}
