import type { Noun } from './listPlan.ts';
import { COUNT_LIMIT, SEARCH_LIMIT } from './listQuery.ts';

interface Counted {
  readonly shown: number;
  /** Exactly COUNT_LIMIT may be more; null while it is not counted yet. */
  readonly total: number | null;
  readonly page: number;
  readonly pageSize: number;
  readonly search: { readonly more: boolean } | null;
}

/** What stands at the foot of a list: "51–100 of 1,204 licenses". */
export function countWords(noun: Noun, { shown, total, page, pageSize, search }: Counted): string {
  if (search !== null) {
    return search.more
      ? `The first ${SEARCH_LIMIT} matches; there may be more, so type more to narrow the search`
      : `${manyOf(noun, shown)} found`;
  }
  if (shown === 0) return '';
  const first = (page - 1) * pageSize + 1;
  const range = `${grouped(first)}–${grouped(first + shown - 1)}`;
  // Between a change and its count the figure lags; it never contradicts what can be seen.
  if (total === null) return range;
  if (total === COUNT_LIMIT) return `${range} of ${grouped(COUNT_LIMIT)} or more ${noun.many}`;
  return `${range} of ${manyOf(noun, Math.max(total, first + shown - 1))}`;
}

/** "1 license", "1,204 licenses". */
export function manyOf(noun: Noun, count: number): string {
  return `${grouped(count)} ${count === 1 ? noun.one : noun.many}`;
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
