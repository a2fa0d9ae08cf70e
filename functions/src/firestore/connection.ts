import { config } from '../config.ts';
import { serviceAuthorization } from './credentials.ts';
import { restStore } from './restStore.ts';
import type { Store } from './store.ts';
import { httpTransport } from './transport.ts';

let store: Store | undefined;

/** The process's store: the emulator when FIRESTORE_EMULATOR_HOST names one, else Google's service. */
export function firestoreStore(): Store {
  store ??= connect();
  return store;
}

/** A store with more patience, for jobs that write hundreds of documents in one commit. */
export function bulkStore(): Store {
  return connect({ deadlineMs: 30_000 });
}

function connect(deadline: { deadlineMs?: number } = {}): Store {
  const { projectId, firestoreEmulatorHost } = config();
  const transport =
    firestoreEmulatorHost === undefined
      ? httpTransport({ authorization: serviceAuthorization() })
      : httpTransport({ emulatorHost: firestoreEmulatorHost, authorization: () => 'Bearer owner' });
  return restStore({ projectId, transport, ...deadline });
}
