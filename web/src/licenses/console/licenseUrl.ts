import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { KEY_HINT_LENGTH } from '@latchkey/domain/key/fold';
import { idOf, oneOf, sortOf, sortUrl, textOf, type UrlQuery } from '../../lists/listUrl.ts';
import { CREATED_WITHIN, NEWEST_FIRST, SORT_KEYS, type LicenseFilter } from './licenseFilter.ts';

const ADDRESS = /@[a-z0-9.-]*[a-z0-9]\.[a-z]{2,}$/;

/** Reads the list's filter out of an address that anybody may have written; what is not known is left out. */
export function filterOf(query: UrlQuery): LicenseFilter {
  return {
    search: urlSearch(textOf(query.q) ?? ''),
    status: oneOf(LICENSE_STATUSES, query.status),
    productId: idOf(query.product),
    created: oneOf(CREATED_WITHIN, query.created),
    sort: sortOf(query.sort, SORT_KEYS, NEWEST_FIRST),
  };
}

/** The same filter as an address: defaults are left out, and a key is never in it. */
export function urlOf({ search, status, productId, created, sort }: LicenseFilter): Record<string, string> {
  return {
    ...(search !== '' && { q: urlSearch(search) }),
    ...(status !== null && { status }),
    ...(productId !== null && { product: productId }),
    ...(created !== null && { created }),
    ...sortUrl(sort, NEWEST_FIRST),
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
