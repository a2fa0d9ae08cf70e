import { computed, ref, watch } from 'vue';
import { MOST_ROWS, useAllWhile } from '../firebase/useAllWhile.ts';
import type { Pages } from '../firebase/usePagesOfEnvironments.ts';
import { countWords } from './countWords.ts';

/** So many rows at a time: a phone need not draw five hundred. */
export const PART = 50;

interface OwnList<T> {
  readonly noun: 'license' | 'device';
  readonly own: Pages<T>;
  /** Those that fit the filter. */
  readonly fitting: () => readonly T[];
  /** What is filtered by, as a text; empty = nothing. */
  readonly filter: () => string;
}

/**
 * A customer's list: all of it is fetched, so that counts, filters and search are about all of it, and it is
 * shown part by part.
 */
export function useOwnList<T>({ noun, own, fitting, filter }: OwnList<T>) {
  const { rows, state, hasMore, loadingMore, error } = own;
  useAllWhile(own, () => true);
  const most = ref(PART);
  watch(filter, () => (most.value = PART));

  const shown = computed(() => fitting().slice(0, most.value));
  /** Not fetched by itself: there are too many, or it did not work. */
  const leftOut = computed(
    () => hasMore.value && !loadingMore.value && (rows.value.length >= MOST_ROWS || error.value !== null),
  );
  const rest = computed(() => {
    if (leftOut.value) return 'left out';
    return hasMore.value || loadingMore.value ? 'coming' : 'none';
  });
  const countText = computed(() => {
    if (state.value === 'loading' && rows.value.length === 0) return '';
    return countWords(noun, {
      visible: shown.value.length,
      fitting: fitting().length,
      known: rows.value.length,
      filtered: filter() !== '',
      rest: rest.value,
    });
  });

  function more(): void {
    if (most.value < fitting().length) most.value += PART;
    else own.more();
  }
  return {
    /** What was not found yet may be among those on their way. */
    state: computed(() => {
      const searching = state.value === 'ready' && fitting().length === 0 && rest.value === 'coming';
      return searching ? 'loading' : state.value;
    }),
    shown,
    countText,
    hasMore: computed(() => shown.value.length < fitting().length || leftOut.value),
    more,
  };
}
