import {
  connectFirestoreEmulator,
  doc,
  getCountFromServer,
  getDocsFromServer,
  initializeFirestore,
  memoryLocalCache,
  onSnapshot,
  terminate,
  type Firestore,
} from 'firebase/firestore';
import { firebaseApp, webConfig } from './app.ts';
import { toDates } from './dates.ts';
import type { LiveSource } from './description.ts';
import { countedQuery, pageQuery } from './sdkQuery.ts';

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
      pageQuery(firestore(), description),
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
    const snapshot = await getDocsFromServer(pageQuery(firestore(), description));
    return snapshot.docs.map((d) => ({ id: d.id, data: toDates(d.data()) }));
  },
  async count(description) {
    const snapshot = await getCountFromServer(countedQuery(firestore(), description));
    return snapshot.data().count;
  },
};
