import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  getDocsFromServer,
  initializeFirestore,
  memoryLocalCache,
} from 'firebase/firestore';
import type { QueryDescription, RawDoc } from '../../../web/src/firebase/description.ts';
import { toDates } from '../../../web/src/firebase/dates.ts';
import { pageQuery } from '../../../web/src/firebase/sdkQuery.ts';
import { PERSON } from './seedLived.ts';

/** Asks one page of Firestore through the client SDK and gives what came over the wire. */
export interface Reader {
  read(query: QueryDescription): Promise<RawDoc[]>;
  close(): Promise<void>;
}

/** The console: somebody with a role, so that every query passes the rules, and the reading that the app does. */
export function consoleReader(): Reader {
  const now = Math.floor(Date.now() / 1000);
  return reader('console', { sub: PERSON, role: 'owner', auth_time: now, iat: now }, (data) => toDates(data));
}

/** The same SDK and emulator without rules and without anything done to what came. */
export function bareReader(): Reader {
  return reader('bare', 'owner', (data) => data);
}

type Token = Parameters<typeof connectFirestoreEmulator>[3] extends { mockUserToken?: infer T } | undefined
  ? T
  : never;

function reader(
  name: string,
  mockUserToken: Token,
  convert: (data: RawDoc['data']) => RawDoc['data'],
): Reader {
  const app = initializeApp({ projectId: process.env['GCLOUD_PROJECT'] ?? '' }, `${name}-${Date.now()}`);
  const firestore = initializeFirestore(app, { localCache: memoryLocalCache() });
  const { hostname, port } = new URL(`http://${process.env['FIRESTORE_EMULATOR_HOST'] ?? ''}`);
  connectFirestoreEmulator(firestore, hostname, Number(port), { mockUserToken });
  return {
    async read(query) {
      const { docs } = await getDocsFromServer(pageQuery(firestore, query));
      return docs.map((found) => ({ id: found.id, data: convert(found.data()) }));
    },
    close: () => deleteApp(app),
  };
}
