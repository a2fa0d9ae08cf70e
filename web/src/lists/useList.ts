import { computed, watch } from 'vue';
import type { LiveStateName } from '../firebase/useLive.ts';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { PAGE_SIZES } from '../session/preferences.ts';
import type { Sort } from '../ui/listTable.ts';
import { countWords } from './countWords.ts';
import type { Identified, ListPlan, Noun, RowSource } from './listPlan.ts';
import { comparePlaces, firstMatches, pageQuery, placeValues, SEARCH_LIMIT } from './listQuery.ts';
import type { PagePlace } from './listUrl.ts';
import type { TableBinding } from './tableBinding.ts';
import { useAnchor } from './useAnchor.ts';
import { known, useListAddress } from './useListAddress.ts';
import { useListTotal } from './useListTotal.ts';
import { SHORTEST } from './useSearchText.ts';

/** Every member is reactive when read in a template or a computed value; none is a ref. */
export interface List<Row extends Identified, Filter extends object> {
  readonly noun: Noun;
  readonly filter: Filter;
  readonly table: TableBinding<Row>;
  readonly rows: readonly Row[];
  readonly state: LiveStateName;
  /** Shown from memory because the server is out of reach. */
  readonly stale: boolean;
  /** The text in the search field, whole; `filter.search` follows when typing pauses. */
  readonly typed: string;
  readonly type: (text: string) => void;
  /** A text that is too short to search for stands in the field. */
  readonly tooShort: boolean;
  readonly searching: boolean;
  /** Of a search: it found more than may be shown. */
  readonly more: boolean;
  /** More than the order has been chosen. */
  readonly filtered: boolean;
  /** Exactly 500 may be more; null while not known, and while searching. */
  readonly total: number | null;
  /** Another filter starts again at the first page. */
  readonly change: (part: Partial<Filter>) => void;
  /** An order that the list does not know is left out. */
  readonly sortBy: (sort: Sort) => void;
  /** Everything but the order goes. */
  readonly clear: () => void;
  /** For walks over all rows, as the filter is now. */
  readonly source: () => RowSource<Row>;
}

/**
 * One list of the console. Its filter, order and page live in the address, so that a bookmark and the Back
 * button bring them back; its rows are one page, live, and one row more that tells of a next page. A search by
 * index pieces shows its first 100 matches in the order of the list. The person's text is kept here as well,
 * because an address may hold only the beginning of a key.
 *
 * A new list page is four small things:
 *
 * 1. `thingFilter.ts`: `interface ThingFilter { search; status; sort }`, `filterOf(query)` and `urlOf(filter)`,
 *    made of `oneOf`, `sortOf`, `sortUrl` (listUrl.ts), and `thingsQuery(environment, filter): ListQuery`.
 * 2. `useThingList.ts`:
 *    `useList<Thing, ThingFilter>({ noun, filterOf, urlOf, query: (filter) => thingsQuery(env.current, filter), read })`
 * 3. The page: `PageHeader` with `LiveState`, then
 *    `<ListTable v-bind="list.table" label="Things" :columns="COLUMNS">` with the slots `filters` (`<ListSearch :list="list" by="Name">`,
 *    `<FilterSelect>` that calls `list.change({ status })`), `empty` (`list.filtered` ? "nothing fits" and a button that
 *    calls `list.clear()` : the first step), `cell-…`, `card`.
 * 4. An entry in tests/web/support/askedQueries.ts: `pageQuery` and `countQuery` of every filter and order.
 */
export function useList<Row extends Identified, Filter extends object>(
  plan: ListPlan<Row, Filter>,
): List<Row, Filter> {
  const address = useListAddress(plan);
  const { typed, settled, filter, place, pageSize } = address;
  const query = computed(() => plan.query(filter.value));
  const searchQuery = computed(() => plan.search?.query(filter.value) ?? null);
  const searching = computed(() => searchQuery.value !== null);

  const anchor = useAnchor<Row>({
    place: () => (searching.value ? null : place.value),
    within: () => query.value.collection,
    read: plan.read,
    lost: address.startAgain,
  });
  const cursor = computed(() => {
    const row = anchor.row.value;
    if (row === null || place.value === null) return null;
    return { side: place.value.side, values: placeValues(query.value.orderBy, row) };
  });
  const page = useLiveQuery<Row>(
    () =>
      searching.value || anchor.reading.value ? null : pageQuery(query.value, cursor.value, pageSize.value),
    plan.read,
  );
  const found = useLiveQuery<Row>(() => searchQuery.value && firstMatches(searchQuery.value), plan.read);
  const live = computed(() => (searching.value ? found : (anchor.reading.value ?? page)));

  const counted = (): Filter | null => (searching.value ? null : filter.value);
  const { total, refresh } =
    plan.total?.(counted) ??
    useListTotal(() => {
      const wanted = counted();
      return wanted && plan.query(wanted);
    });

  const matches = computed(() => found.data.value.filter(source().matches));
  const backwards = computed(() => cursor.value?.side === 'before');
  const rows = computed<readonly Row[]>(() => {
    if (searching.value) return inOrder(matches.value.slice(0, SEARCH_LIMIT));
    return backwards.value
      ? page.data.value.slice(-pageSize.value)
      : page.data.value.slice(0, pageSize.value);
  });
  const more = computed(() => {
    const looked = searchQuery.value === null ? Infinity : firstMatches(searchQuery.value).limit;
    return found.data.value.length >= looked || matches.value.length > SEARCH_LIMIT;
  });
  const overflows = computed(() => page.data.value.length > pageSize.value);
  const number = computed(() => (searching.value ? 1 : (place.value?.page ?? 1)));

  function inOrder(matches: readonly Row[]): readonly Row[] {
    const { orderBy } = query.value;
    const placed = matches.map((row) => ({ row, at: placeValues(orderBy, row) }));
    return placed.sort((a, b) => comparePlaces(orderBy, a.at, b.at)).map(({ row }) => row);
  }
  function source(): RowSource<Row> {
    const fits = (row: Row): boolean => plan.search?.matches(row, filter.value) ?? true;
    return { query: query.value, search: searchQuery.value, matches: fits, read: plan.read };
  }
  function turn(side: PagePlace['side']): void {
    const edge = side === 'after' ? rows.value.at(-1) : rows.value[0];
    if (edge === undefined) return;
    const to = number.value + (side === 'after' ? 1 : -1);
    anchor.remember(edge);
    address.turn(to < 2 ? null : { page: to, side, id: edge.id });
  }

  // Counts are not live: what came, went or changed its place on this page asks for a new one.
  watch(
    () => page.data.value.map(({ id }) => id).join(),
    () => refresh(),
  );

  const table = computed<TableBinding<Row>>(() => ({
    rows: rows.value,
    state: live.value.state.value,
    error: live.value.error.value,
    pageSize: pageSize.value,
    pageSizes: searching.value ? undefined : PAGE_SIZES,
    page: number.value,
    countText: countWords(plan.noun, {
      shown: rows.value.length,
      total: total.value,
      page: number.value,
      pageSize: pageSize.value,
      search: searching.value ? { more: more.value } : null,
    }),
    hasPrevious: !searching.value && place.value !== null,
    hasNext: !searching.value && (backwards.value || overflows.value),
    sort: known(filter.value).sort ?? null,
    'onUpdate:sort': address.sortBy,
    'onUpdate:pageSize': address.resize,
    onRetry: () => live.value.retry(),
    onPrevious: () => turn('before'),
    onNext: () => turn('after'),
  }));

  return {
    noun: plan.noun,
    get filter() {
      return filter.value;
    },
    get table() {
      return table.value;
    },
    get rows() {
      return rows.value;
    },
    get state() {
      return live.value.state.value;
    },
    get stale() {
      return live.value.stale.value;
    },
    get typed() {
      return typed.value;
    },
    type: (text) => (typed.value = text),
    get tooShort() {
      const text = typed.value.trim();
      const separators = plan.search !== undefined && !searching.value && text === settled.value;
      return text !== '' && (text.length < SHORTEST || separators);
    },
    get searching() {
      return searching.value;
    },
    get more() {
      return more.value;
    },
    get filtered() {
      return Object.keys(plan.urlOf(filter.value)).some((name) => name !== 'sort');
    },
    get total() {
      return total.value;
    },
    change: address.change,
    sortBy: address.sortBy,
    clear: address.clear,
    source,
  };
}
