import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { KEY_HINT_LENGTH } from '@latchkey/domain/key/fold';
import { isSortKey, NEWEST_FIRST, type LicenseFilter, type LicenseSort } from './licenseFilter.ts';

/** Which page: its number for people, and the license beside which it begins or ends. */
export interface PagePlace {
  readonly page: number;
  readonly side: 'after' | 'before';
  readonly licenseId: string;
}

export interface LicenseView {
  readonly filter: LicenseFilter;
  /** null = the first page. */
  readonly place: PagePlace | null;
}

export type UrlQuery = Readonly<Record<string, unknown>>;

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;
const ADDRESS = /@[a-z0-9.-]*[a-z0-9]\.[a-z]{2,}$/;

/** Reads the list's state out of an address that anybody may have written; what is not known is left out. */
export function viewOf(query: UrlQuery): LicenseView {
  const filter: LicenseFilter = {
    search: urlSearch(text(query.q) ?? ''),
    status: LICENSE_STATUSES.find((status) => status === query.status) ?? null,
    productId: id(query.product),
    sort: sortOf(text(query.sort)),
  };
  const after = id(query.after);
  const before = id(query.before);
  const page = Math.floor(Number(query.page));
  const side = after !== null ? 'after' : 'before';
  const licenseId = after ?? before;
  const placed = licenseId !== null && page >= 2 && page < 100_000;
  return { filter, place: placed ? { page, side, licenseId } : null };
}

/** The same state as an address: defaults are left out, and a key is never in it. */
export function urlOf({ filter, place }: LicenseView): Record<string, string> {
  const { search, status, productId, sort } = filter;
  const plain = sort.key === NEWEST_FIRST.key && sort.direction === NEWEST_FIRST.direction;
  return {
    ...(search !== '' && { q: urlSearch(search) }),
    ...(status !== null && { status }),
    ...(productId !== null && { product: productId }),
    ...(!plain && { sort: `${sort.direction === 'desc' ? '-' : ''}${sort.key}` }),
    ...(place !== null && { page: String(place.page), [place.side]: place.licenseId }),
  };
}

/**
 * A search text as an address may hold it: cut to the key hint, unless it is an e-mail address or the end of
 * one. Any other long text may be a key, whatever it looks like, and addresses end up in histories and logs.
 */
export function urlSearch(search: string): string {
  const trimmed = search.trim();
  return ADDRESS.test(trimmed) ? trimmed : [...trimmed].slice(0, KEY_HINT_LENGTH).join('');
}

function sortOf(value: string | null): LicenseSort {
  const descending = value?.startsWith('-') === true;
  const key = descending ? value.slice(1) : value;
  return isSortKey(key) ? { key, direction: descending ? 'desc' : 'asc' } : NEWEST_FIRST;
}

function id(value: unknown): string | null {
  return typeof value === 'string' && ID.test(value) ? value : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
