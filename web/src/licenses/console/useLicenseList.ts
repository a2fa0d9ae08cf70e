import { refDebounced } from '@vueuse/core';
import { computed, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { License } from '@latchkey/domain/license/license';
import { useLiveDoc } from '../../firebase/useLiveDoc.ts';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import { useEnvironment } from '../../session/environment.ts';
import { licensesPath, readLicense } from '../readLicense.ts';
import { countWords } from './countWords.ts';
import { isFiltered, NO_FILTER, type LicenseFilter } from './licenseFilter.ts';
import {
  cursorValues,
  licensePageQuery,
  licenseSearchQuery,
  PAGE_SIZE,
  type Cursor,
} from './licenseQuery.ts';
import { urlOf, urlSearch, viewOf, type LicenseView, type PagePlace } from './licenseUrl.ts';
import { searchResult } from './searchResult.ts';
import { useLicenseTotal } from './useLicenseTotal.ts';

/**
 * The list of licenses: its state lives in the address, its rows come live from Firestore. The search text
 * alone is kept here too, because the address may hold only the beginning of a key.
 */
export function useLicenseList() {
  const route = useRoute();
  const router = useRouter();
  const environment = useEnvironment();
  const read = computed(() => readLicense(environment.current));

  const typed = ref(viewOf(route.query).filter.search);
  const settled = refDebounced(typed, 300);
  const view = computed<LicenseView>(() => viewOf(route.query));
  const filter = computed<LicenseFilter>(() => ({ ...view.value.filter, search: settled.value.trim() }));
  const searchQuery = computed(() => licenseSearchQuery(environment.current, filter.value));
  const searching = computed(() => searchQuery.value !== null);

  // The license beside the page: remembered from the page before, read once when it came with the address.
  const beside = shallowRef<License | null>(null);
  const missing = computed(() => {
    const id = view.value.place?.licenseId;
    return searching.value || id === undefined || beside.value?.id === id ? null : id;
  });
  const anchor = useLiveDoc(
    () => (missing.value === null ? null : `${licensesPath(environment.current)}/${missing.value}`),
    (id, data) => read.value(id, data),
  );
  watch([anchor.data, anchor.state], ([license, state]) => {
    if (missing.value === null || state !== 'ready') return;
    if (license === null) go({ filter: view.value.filter, place: null }, 'replace');
    else beside.value = license;
  });
  const cursor = computed<Cursor | null>(() => {
    const { place } = view.value;
    if (place === null || beside.value === null) return null;
    return { side: place.side, values: cursorValues(filter.value, beside.value) };
  });

  const page = useLiveQuery<License>(
    () =>
      searching.value || missing.value !== null
        ? null
        : licensePageQuery(environment.current, filter.value, cursor.value),
    (id, data) => read.value(id, data),
  );
  const found = useLiveQuery<License>(
    () => searchQuery.value,
    (id, data) => read.value(id, data),
  );
  const { total, refresh } = useLicenseTotal(() =>
    searching.value ? null : { environment: environment.current, filter: filter.value },
  );

  const result = computed(() => searchResult(found.data.value, filter.value));
  const backwards = computed(() => cursor.value?.side === 'before');
  const rows = computed(() => {
    if (searching.value) return result.value.rows;
    return backwards.value ? page.data.value.slice(-PAGE_SIZE) : page.data.value.slice(0, PAGE_SIZE);
  });
  const overflows = computed(() => page.data.value.length > PAGE_SIZE);
  const hasNext = computed(() => !searching.value && (backwards.value || overflows.value));
  const hasPrevious = computed(() => !searching.value && view.value.place !== null);
  const live = computed(() => (searching.value ? found : page));

  function go(next: LicenseView, how: 'push' | 'replace'): void {
    void router[how]({ query: urlOf(next) });
  }
  /** Another filter starts again at the first page. */
  function change(part: Partial<LicenseFilter>): void {
    go({ filter: { ...filter.value, search: typed.value, ...part }, place: null }, 'push');
  }
  function turn(side: PagePlace['side']): void {
    const edge = side === 'after' ? rows.value.at(-1) : rows.value[0];
    if (edge === undefined) return;
    const number = (view.value.place?.page ?? 1) + (side === 'after' ? 1 : -1);
    beside.value = edge;
    const place = number < 2 ? null : { page: number, side, licenseId: edge.id };
    go({ filter: view.value.filter, place }, 'push');
  }
  function clear(): void {
    typed.value = '';
    go({ filter: { ...NO_FILTER, sort: view.value.filter.sort }, place: null }, 'push');
  }

  watch(settled, (search) => {
    if (urlSearch(search) === view.value.filter.search) return;
    go({ filter: { ...view.value.filter, search }, place: null }, 'replace');
  });
  // Back, forward and links change the address; the text follows unless the address is only its beginning.
  watch(
    () => view.value.filter.search,
    (search) => {
      if (urlSearch(typed.value) !== search) typed.value = search;
    },
  );
  // Counts are not live: what came or went on this page asks for a new one.
  watch(
    () => page.data.value.map((license) => license.id).join(),
    () => refresh(),
  );

  const countText = computed(() =>
    countWords({
      shown: rows.value.length,
      total: total.value,
      page: view.value.place?.page ?? 1,
      search: searching.value ? { more: result.value.more } : null,
    }),
  );

  return {
    typed,
    filter,
    rows,
    state: computed(() => live.value.state.value),
    stale: computed(() => live.value.stale.value),
    error: computed(() => live.value.error.value),
    retry: () => live.value.retry(),
    filtered: computed(() => isFiltered(filter.value)),
    tooShort: computed(() => typed.value.trim() !== '' && !searching.value),
    countText,
    hasNext,
    hasPrevious,
    change,
    clear,
    next: () => turn('after'),
    previous: () => turn('before'),
  };
}
