import { PAGE_SIZES } from '../session/preferences.ts';
import type { Sort } from '../ui/listTable.ts';

export type UrlQuery = Readonly<Record<string, unknown>>;

/** Which page: its number for people, and the row beside which it begins or ends. */
export interface PagePlace {
  readonly page: number;
  readonly side: 'after' | 'before';
  readonly id: string;
}

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,255}$/;

/** Reads the page out of an address; null = the first. */
export function pagePlaceOf(query: UrlQuery): PagePlace | null {
  const after = idOf(query.after);
  const before = idOf(query.before);
  const page = Math.floor(Number(query.page));
  const id = after ?? before;
  if (id === null || !(page >= 2 && page < 100_000)) return null;
  return { page, side: after !== null ? 'after' : 'before', id };
}

export function pagePlaceUrl(place: PagePlace | null): Record<string, string> {
  return place === null ? {} : { page: String(place.page), [place.side]: place.id };
}

/** Reads the size of a page out of an address; null = it names none. */
export function pageSizeOf(query: UrlQuery): number | null {
  return PAGE_SIZES.find((size) => String(size) === query.size) ?? null;
}

/** "-created" = by creation, newest first. */
export function sortOf<Key extends string>(
  value: unknown,
  keys: readonly Key[],
  plain: Sort<Key>,
): Sort<Key> {
  const text = textOf(value) ?? '';
  const descending = text.startsWith('-');
  const key = keys.find((one) => one === (descending ? text.slice(1) : text));
  return key === undefined ? plain : { key, direction: descending ? 'desc' : 'asc' };
}

export function sortUrl(sort: Sort, plain: Sort): Record<string, string> {
  return sortText(sort) === sortText(plain) ? {} : { sort: sortText(sort) };
}

export function sortText({ key, direction }: Sort): string {
  return `${direction === 'desc' ? '-' : ''}${key}`;
}

/** One of the known values, or null. */
export function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | null {
  return values.find((one) => one === value) ?? null;
}

export function idOf(value: unknown): string | null {
  return typeof value === 'string' && ID.test(value) ? value : null;
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
