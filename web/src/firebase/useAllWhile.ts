import { watch } from 'vue';
import type { Pages } from './usePagesOfEnvironments.ts';

/** Beyond this a browser on a phone would feel it; whoever has more is told so. */
export const MOST_ROWS = 1_000;

type Walked = Pick<Pages<unknown>, 'rows' | 'hasMore' | 'loadingMore' | 'more' | 'error'>;

/** Fetches page after page for as long as everything is needed: for sums, and to search in all of them. */
export function useAllWhile(pages: Walked, needed: () => boolean): void {
  watch(
    () =>
      needed() &&
      pages.hasMore.value &&
      !pages.loadingMore.value &&
      pages.error.value === null &&
      pages.rows.value.length < MOST_ROWS,
    (next) => next && pages.more(),
    { immediate: true, flush: 'post' },
  );
}
