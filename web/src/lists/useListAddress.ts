import { computed, type ComputedRef, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { usePreferences } from '../session/preferences.ts';
import type { Sort } from '../ui/listTable.ts';
import type { Identified, Known, ListPlan } from './listPlan.ts';
import { pagePlaceOf, pagePlaceUrl, pageSizeOf, sortText, type PagePlace } from './listUrl.ts';
import { useSearchText } from './useSearchText.ts';

interface ListAddress<Filter> {
  /** The text in the search field, whole. */
  readonly typed: Ref<string>;
  /** The same once typing pauses; '' = too short to search for. */
  readonly settled: ComputedRef<string>;
  /** As the address says, with the whole text. */
  readonly filter: ComputedRef<Filter>;
  /** null = the first page. */
  readonly place: ComputedRef<PagePlace | null>;
  readonly pageSize: ComputedRef<number>;
  readonly change: (part: Partial<Filter>) => void;
  readonly sortBy: (sort: Sort) => void;
  readonly clear: () => void;
  readonly resize: (size: number) => void;
  /** To another page; null = the first. */
  readonly turn: (to: PagePlace | null) => void;
  /** The page that the address names is not there any more. */
  readonly startAgain: () => void;
}

/** What of a list lives in the address: filter, order, page and its size, and the text beside it. */
export function useListAddress<Row extends Identified, Filter extends object>(
  plan: ListPlan<Row, Filter>,
): ListAddress<Filter> {
  const route = useRoute();
  const router = useRouter();
  const preferences = usePreferences();
  const inAddress = computed(() => plan.filterOf(route.query));
  const place = computed(() => pagePlaceOf(route.query));
  const pageSize = computed(() => pageSizeOf(route.query) ?? preferences.pageSize);

  const { typed, settled } = useSearchText({
    text: () => known(inAddress.value).search ?? '',
    shortened: (text) => known(plan.filterOf(plan.urlOf({ ...inAddress.value, search: text }))).search ?? '',
    replace: (search) => go({ ...inAddress.value, search }, null, 'replace'),
  });
  const filter = computed<Filter>(() =>
    known(inAddress.value).search === undefined
      ? inAddress.value
      : { ...inAddress.value, search: settled.value },
  );

  function go(next: Filter, to: PagePlace | null, how: 'push' | 'replace'): void {
    const { size } = route.query;
    void router[how]({
      query: { ...plan.urlOf(next), ...(size !== undefined && { size }), ...pagePlaceUrl(to) },
    });
  }
  /** Kept for all lists of this person, and in the address for whoever gets the link. */
  function resize(size: number): void {
    preferences.pageSize = size;
    void router.push({ query: { ...plan.urlOf(inAddress.value), size: String(size) } });
  }
  function sortBy(sort: Sort): void {
    const wanted = known(plan.filterOf({ sort: sortText(sort) }));
    go({ ...filter.value, search: typed.value, sort: wanted.sort }, null, 'push');
  }
  function clear(): void {
    typed.value = '';
    go(plan.filterOf({ sort: route.query.sort }), null, 'push');
  }

  return {
    typed,
    settled,
    filter,
    place,
    pageSize,
    change: (part) => go({ ...filter.value, search: typed.value, ...part }, null, 'push'),
    sortBy,
    clear,
    resize,
    turn: (to) => go(inAddress.value, to, 'push'),
    startAgain: () => go(inAddress.value, null, 'replace'),
  };
}

/** What the list itself knows of a filter. */
export function known(filter: object): Known {
  return filter;
}
