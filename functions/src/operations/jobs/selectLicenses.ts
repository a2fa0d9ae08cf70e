import type { Environment } from '@latchkey/domain/environment';
import { isSelected } from '@latchkey/domain/job/selection';
import type { SelectedLicenses } from '@latchkey/domain/job/work';
import type { License } from '@latchkey/domain/license/license';
import { queryTokens } from '@latchkey/domain/search/tokens';
import { envPath, licensePath } from '../../firestore/collections.ts';
import { fieldPath } from '../../firestore/fieldPath.ts';
import type { CountQuery, Filter, Query, Store } from '../../firestore/store.ts';

/** A filter with the whole of its search text, and the moment up to which licenses are meant. */
export interface Selected {
  readonly environment: Environment;
  readonly filter: SelectedLicenses;
  readonly startedAt: Date;
}

export interface FoundLicenses {
  readonly ids: readonly string[];
  /** Where to go on; null = that was all. */
  readonly cursor: string | null;
}

/** What the filter is asked about, and the job's reports name; never more of a license. */
const FIELDS = ['status', 'productId', 'createdAt', 'key', 'customerEmail', 'customerName', 'productName'];

/**
 * The licenses from `cursor` on, at least one unless there are none. Pages follow the license's creation (or
 * its id, for searches, which only equality filters can answer): neither ever changes, so that licenses which
 * a job itself changes are neither met twice nor skipped.
 */
export async function nextLicenses(
  store: Store,
  selected: Selected,
  cursor: string | null,
  limit: number,
): Promise<FoundLicenses> {
  let after = cursor;
  for (;;) {
    const page = await store.query<License>(pageQuery(selected, after, limit));
    const ids = page.flatMap(({ id, data }) => (data && isMeant(data, selected) ? [id] : []));
    const last = page.at(-1);
    after = page.length < limit || !last?.data ? null : cursorAt(selected, last.id, last.data.createdAt);
    if (ids.length > 0 || after === null) return { ids, cursor: after };
  }
}

/** How many match, by one aggregation; a search's false hits are counted too. */
export function countLicensesSelected(store: Store, selected: Selected): Promise<number> {
  return store.count(filterQuery(selected));
}

/** Whether more than so many really match; reads no further than it has to. */
export async function matchMoreThan(store: Store, selected: Selected, most: number): Promise<boolean> {
  if ((await countLicensesSelected(store, selected)) <= most) return false;
  if (selected.filter.search === null) return true;
  let found = 0;
  let cursor: string | null = null;
  do {
    const page: FoundLicenses = await nextLicenses(store, selected, cursor, 500);
    found += page.ids.length;
    cursor = page.cursor;
  } while (cursor !== null && found <= most);
  return found > most;
}

/** What a page of the filter asks; each combination has its indexes, and a test asks them all. */
export function pageQuery(selected: Selected, cursor: string | null, limit: number): Query {
  const query = { ...filterQuery(selected), limit, select: FIELDS };
  const { environment, filter } = selected;
  const [id = '', at = ''] = cursor?.split('@') ?? [];
  const path = cursor === null ? '' : licensePath(environment, id);
  if (filter.search !== null) {
    return { ...query, orderBy: [['__name__', 'asc']], ...(cursor !== null && { startAfter: [path] }) };
  }
  return {
    ...query,
    orderBy: [
      ['createdAt', 'asc'],
      ['__name__', 'asc'],
    ],
    ...(cursor !== null && { startAfter: [new Date(at), path] }),
  };
}

function filterQuery({ environment, filter, startedAt }: Selected): CountQuery {
  const { search, status, productId, createdSince } = filter;
  const tokens = search === null ? [] : queryTokens(search);
  const where: Filter[] = [
    ...tokens.map((token) => [fieldPath('search', token), '==', true] as const),
    ...(status === null ? [] : [['status', '==', status] as const]),
    ...(productId === null ? [] : [['productId', '==', productId] as const]),
    ...(search === null ? createdWithin(createdSince, startedAt) : []),
  ];
  return { parent: envPath(environment), collection: 'licenses', where };
}

function createdWithin(since: Date | null, until: Date): Filter[] {
  const upTo = ['createdAt', '<=', until] as const;
  return since === null ? [upTo] : [['createdAt', '>=', since], upTo];
}

function isMeant(license: License, { filter, startedAt }: Selected): boolean {
  return isSelected(license, filter, startedAt);
}

function cursorAt({ filter }: Selected, id: string, createdAt: Date): string {
  return filter.search === null ? `${id}@${createdAt.toISOString()}` : id;
}
