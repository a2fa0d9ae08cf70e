import {
  collection,
  connectFirestoreEmulator,
  doc,
  documentId,
  endBefore,
  FieldPath,
  getCountFromServer,
  getDocsFromServer,
  initializeFirestore,
  limit,
  limitToLast,
  memoryLocalCache,
  onSnapshot,
  orderBy,
  query,
  startAfter,
  terminate,
  where,
  type Firestore,
  type Query,
  type QueryConstraint,
} from 'firebase/firestore';
import { firebaseApp, webConfig } from './app.ts';
import { toDates } from './dates.ts';
import type { LiveSource, QueryDescription } from './description.ts';

let instance: Firestore | undefined;

/** In memory only: license keys of one person must not stay on a shared computer's disk. */
function firestore(): Firestore {
  if (instance === undefined) {
    instance = initializeFirestore(firebaseApp(), { localCache: memoryLocalCache() });
    const emulator = webConfig().emulators?.firestore;
    if (emulator !== undefined) connectFirestoreEmulator(instance, emulator.host, emulator.port);
  }
  return instance;
}

export async function closeFirestore(): Promise<void> {
  const closing = instance;
  instance = undefined;
  if (closing !== undefined) await terminate(closing);
}

/** includeMetadataChanges, because losing and regaining the connection is something we show. */
const options = { includeMetadataChanges: true } as const;

export const firestoreSource: LiveSource = {
  watchQuery(description, next, fail) {
    return onSnapshot(
      pageOf(description),
      options,
      (snapshot) => {
        const value = snapshot.docs.map((d) => ({ id: d.id, data: toDates(d.data()) }));
        next({ value, fromCache: snapshot.metadata.fromCache });
      },
      fail,
    );
  },
  watchDoc(path, next, fail) {
    return onSnapshot(
      doc(firestore(), path),
      options,
      (snapshot) => {
        const data = snapshot.data();
        const value = data === undefined ? null : { id: snapshot.id, data: toDates(data) };
        next({ value, fromCache: snapshot.metadata.fromCache });
      },
      fail,
    );
  },
  async readPage(description) {
    const snapshot = await getDocsFromServer(pageOf(description));
    return snapshot.docs.map((d) => ({ id: d.id, data: toDates(d.data()) }));
  },
  async count(description) {
    const snapshot = await getCountFromServer(filtered(description, [limit(description.limit)]));
    return snapshot.data().count;
  },
};

function pageOf(description: QueryDescription): Query {
  const constraints: QueryConstraint[] = (description.orderBy ?? []).map(([field, direction]) =>
    orderBy(fieldOf(field), direction),
  );
  if (description.startAfter !== undefined) constraints.push(startAfter(...description.startAfter));
  if (description.endBefore !== undefined) {
    constraints.push(endBefore(...description.endBefore), limitToLast(description.limit));
  } else {
    constraints.push(limit(description.limit));
  }
  return filtered(description, constraints);
}

function filtered(description: QueryDescription, constraints: QueryConstraint[]): Query {
  const filters = (description.where ?? []).map(([field, op, value]) => where(fieldOf(field), op, value));
  return query(collection(firestore(), description.collection), ...filters, ...constraints);
}

/** Segments one by one: written as one text, characters such as "/" or "[" in a search token are refused. */
function fieldOf(name: string): FieldPath {
  return name === '__name__' ? documentId() : new FieldPath(...name.split('.'));
}
