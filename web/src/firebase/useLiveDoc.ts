import type { RawDoc } from './description.ts';
import { useLive, type Live } from './useLive.ts';

/**
 * One document, live; data is null while it loads and when there is none (then the state is "ready").
 * `path` is reactive; null = nothing to watch yet.
 */
export function useLiveDoc<T>(
  path: () => string | null,
  read: (id: string, data: RawDoc['data']) => T,
): Live<T | null> {
  return useLive<string, RawDoc | null, T | null>({
    empty: null,
    describe: path,
    subscribe: (source, what, next, fail) => source.watchDoc(what, next, fail),
    read: (doc) => (doc === null ? null : read(doc.id, doc.data)),
    keepWhile: (before, now) => before === now,
    provesNothing: (doc) => doc === null,
  });
}
