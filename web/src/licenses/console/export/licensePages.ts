import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { matchesSearch } from '@latchkey/domain/search/tokens';
import type { QueryDescription } from '../../../firebase/description.ts';
import type { ReadPage } from '../../../firebase/usePageReader.ts';
import { readLicense } from '../../readLicense.ts';
import type { LicenseFilter } from '../licenseFilter.ts';
import { cursorValues, licensePageQuery, licenseSearchQuery } from '../licenseQuery.ts';

/** As many as the rules let anybody read at once. */
export const EXPORT_PAGE = 500;

/**
 * The query of the list, in large pages; `last` is the license that the page before ended with. A search has
 * no order of its own that an index could give, so it is walked by id.
 */
export function exportPageQuery(
  environment: Environment,
  filter: LicenseFilter,
  last: License | null,
): QueryDescription {
  const search = licenseSearchQuery(environment, filter);
  if (search !== null) {
    const after = last === null ? {} : { startAfter: [last.id] };
    return { ...search, orderBy: [['__name__', 'asc']], limit: EXPORT_PAGE, ...after };
  }
  const cursor = last === null ? null : ({ side: 'after', values: cursorValues(filter, last) } as const);
  return { ...licensePageQuery(environment, filter, cursor), limit: EXPORT_PAGE };
}

/**
 * Every license that the list's filter and search leave, page by page. None comes twice, even if a change
 * moves it down the list meanwhile. Throws the signal's reason when it is aborted.
 */
export async function* licensePages(
  readPage: ReadPage,
  environment: Environment,
  filter: LicenseFilter,
  signal: AbortSignal,
): AsyncGenerator<readonly License[], void, undefined> {
  const read = readLicense(environment);
  const searching = licenseSearchQuery(environment, filter) !== null;
  const seen = new Set<string>();
  let last: License | null = null;
  for (;;) {
    signal.throwIfAborted();
    const query: QueryDescription = exportPageQuery(environment, filter, last);
    const page: readonly License[] = (await orAborted(readPage(query), signal)).map(({ id, data }) =>
      read(id, data),
    );
    signal.throwIfAborted();
    const fresh = page.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    yield searching ? fresh.filter((license) => matchesSearch(license, filter.search)) : fresh;
    last = page.at(-1) ?? null;
    if (last === null || page.length < EXPORT_PAGE) return;
  }
}

/** A page that never comes must not hold up who has given up waiting for it. */
async function orAborted<T>(reading: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const giveUp = (): void => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([reading, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
