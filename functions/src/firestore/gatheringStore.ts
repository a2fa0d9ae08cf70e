import type { Snapshot, Store } from './store.ts';

/** Documents of one request; shared ones (a product, the settings) count once. */
const AT_MOST = 300;

interface Waiting {
  readonly paths: readonly string[];
  readonly resolve: (found: Snapshot<never>[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Wraps a store for work that looks at many things at once, each by a read of its own: reads of whole documents
 * that are asked for together become one request. Everything else goes through as it is.
 */
export function gatheringStore(store: Store): Store {
  let waiting: Waiting[] = [];

  const flush = (): void => {
    const all = waiting;
    waiting = [];
    for (const some of portions(all)) void answer(store, some);
  };

  return {
    ...store,
    getAll<T>(paths: readonly string[], fields?: readonly string[]): Promise<Snapshot<T>[]> {
      if (fields !== undefined) return store.getAll<T>(paths, fields);
      return new Promise<Snapshot<never>[]>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ paths, resolve, reject });
      });
    },
  };
}

async function answer(store: Store, some: readonly Waiting[]): Promise<void> {
  try {
    const paths = [...new Set(some.flatMap((one) => one.paths))];
    const found = new Map((await store.getAll<never>(paths)).map((snapshot) => [snapshot.path, snapshot]));
    for (const one of some) one.resolve(one.paths.flatMap((path) => found.get(path) ?? []));
  } catch (error) {
    for (const one of some) one.reject(error);
  }
}

function* portions(all: readonly Waiting[]): Generator<readonly Waiting[], void, undefined> {
  let portion: Waiting[] = [];
  let known = new Set<string>();
  for (const one of all) {
    const more = one.paths.filter((path) => !known.has(path)).length;
    if (portion.length > 0 && known.size + more > AT_MOST) {
      yield portion;
      portion = [];
      known = new Set();
    }
    portion.push(one);
    for (const path of one.paths) known.add(path);
  }
  if (portion.length > 0) yield portion;
}
