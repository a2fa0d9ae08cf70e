import type { OrderBy, QueryDescription } from '../firebase/description.ts';
import type { Identified, ListQuery, SearchQuery } from './listPlan.ts';

export const PAGE_SIZE = 50;
/** A search looks at so many at most, and says when there may be more. */
export const SEARCH_LIMIT = 100;
/** The rules let nobody look at more at once, not even to count them. */
export const COUNT_LIMIT = 500;

/** Where a page begins or ends: the sorted values of the row beside it. */
export interface Cursor {
  readonly side: 'after' | 'before';
  readonly values: readonly unknown[];
}

/** One page, and one more row that tells whether another page follows. */
export function pageQuery(query: ListQuery, cursor: Cursor | null, size = PAGE_SIZE): QueryDescription {
  return {
    ...query,
    limit: size + 1,
    ...(cursor?.side === 'after' && { startAfter: cursor.values }),
    ...(cursor?.side === 'before' && { endBefore: cursor.values }),
  };
}

/** The first matches and not one more: as many as that say by their number that there may be others. */
export function firstMatches({ collection, where, looksAt }: SearchQuery): QueryDescription {
  return { collection, where, limit: looksAt ?? SEARCH_LIMIT };
}

/** How many there are, up to the limit; page and order do not matter. */
export function countQuery({ collection, where }: SearchQuery): QueryDescription {
  return { collection, where, limit: COUNT_LIMIT };
}

/** What decides where a row stands: the values sorted by, its id last. */
export function placeValues(orderBy: readonly OrderBy[], row: Identified): readonly unknown[] {
  return orderBy.map(([field]): unknown => (field === '__name__' ? row.id : Reflect.get(row, field)));
}

/** Less than 0 where the first comes before the second. */
export function comparePlaces(
  orderBy: readonly OrderBy[],
  a: readonly unknown[],
  b: readonly unknown[],
): number {
  for (const [at, [, direction]] of orderBy.entries()) {
    const order = compare(a[at], b[at]);
    if (order !== 0) return direction === 'asc' ? order : -order;
  }
  return 0;
}

/** As Firestore orders: nothing before something, numbers and dates by size, texts by code point. */
function compare(a: unknown, b: unknown): number {
  const [x, y] = [comparable(a), comparable(b)];
  if (x === y) return 0;
  if (x === null || y === null) return x === null ? -1 : 1;
  return x < y ? -1 : 1;
}

function comparable(value: unknown): string | number | null {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
