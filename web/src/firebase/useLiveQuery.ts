import type { QueryDescription, RawDoc } from './description.ts';
import { useLive, type Live } from './useLive.ts';

/**
 * The rows of a query, live. `describe` is reactive and returns plain data, or null while there is nothing to
 * ask; `read` turns a document (id, fields with Dates) into the record that the caller works with.
 */
export function useLiveQuery<T>(
  describe: () => QueryDescription | null,
  read: (id: string, data: RawDoc['data']) => T,
): Live<readonly T[]> {
  return useLive<QueryDescription, RawDoc[], readonly T[]>({
    empty: [],
    describe,
    subscribe: (source, query, next, fail) => source.watchQuery(query, next, fail),
    read: (docs) => docs.map((doc) => read(doc.id, doc.data)),
    // Never rows of another environment under the new one's name.
    keepWhile: (before, now) => before.collection === now.collection,
    provesNothing: (docs) => docs.length === 0,
  });
}
