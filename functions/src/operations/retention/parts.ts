import type { Snapshot, Store } from '../../firestore/store.ts';

/** A collection below a record. Deleting a document leaves what is below it. */
export type Part = 'reports' | 'input' | 'attempts';

const PAGE = 300;

/** Deletes what is below a record, a page at a time; true when nothing is left there. */
export async function removePart(
  store: Store,
  path: string,
  part: Part,
  until: () => boolean,
): Promise<boolean> {
  while (!until()) {
    const found = await nextOf(store, path, part);
    await store.commit(found.map((one) => ({ kind: 'delete', path: one.path })));
    if (found.length < PAGE) return true;
  }
  return false;
}

function nextOf(store: Store, parent: string, part: Part): Promise<Snapshot<object>[]> {
  switch (part) {
    case 'reports':
      return store.query<object>({ parent, collection: 'reports', limit: PAGE, select: [] });
    case 'input':
      return store.query<object>({ parent, collection: 'input', limit: PAGE, select: [] });
    case 'attempts':
      return store.query<object>({ parent, collection: 'attempts', limit: PAGE, select: [] });
  }
}
