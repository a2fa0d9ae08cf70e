import type { QueryDescription } from '../../firebase/description.ts';
import type { ReadPage } from '../../firebase/usePageReader.ts';
import type { Identified, ListQuery, RowSource, SearchQuery } from '../listPlan.ts';
import { placeValues } from '../listQuery.ts';

/** As many as the rules let anybody read at once. */
export const EXPORT_PAGE = 500;

/**
 * The query of the list, in large pages; `last` is the row that the page before ended with. A search has no
 * order of its own that an index could give, so it is walked by id.
 */
export function exportPageQuery<Row extends Identified>(
  { query, search }: Pick<RowSource<Row>, 'query' | 'search'>,
  last: Row | null,
): QueryDescription {
  const whole = search === null ? query : byId(search);
  const after = last === null ? {} : { startAfter: placeValues(whole.orderBy, last) };
  return { ...whole, limit: EXPORT_PAGE, ...after };
}

function byId({ collection, where }: SearchQuery): ListQuery {
  return { collection, where, orderBy: [['__name__', 'asc']] };
}

/**
 * Every row that the list's filter and search leave, page by page. None comes twice, even if a change moves it
 * down the list meanwhile. Throws the signal's reason when it is aborted.
 */
export async function* rowPages<Row extends Identified>(
  readPage: ReadPage,
  source: RowSource<Row>,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[], void, undefined> {
  const seen = new Set<string>();
  let last: Row | null = null;
  for (;;) {
    signal.throwIfAborted();
    const query: QueryDescription = exportPageQuery<Row>(source, last);
    const page: readonly Row[] = (await orAborted(readPage(query), signal)).map(({ id, data }) =>
      source.read(id, data),
    );
    signal.throwIfAborted();
    const fresh = page.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    yield fresh.filter(source.matches);
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
