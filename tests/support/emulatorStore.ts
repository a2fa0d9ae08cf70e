import { restStore } from '@latchkey/functions/firestore/restStore';
import type { Store } from '@latchkey/functions/firestore/store';
import { httpTransport } from '@latchkey/functions/firestore/transport';

/** host:port of the Firestore emulator the suite runs against. */
export function emulatorHost(): string {
  const host = process.env['FIRESTORE_EMULATOR_HOST'];
  if (!host) throw new Error('FIRESTORE_EMULATOR_HOST is not set: start a Firestore emulator first');
  return host;
}

export const PROJECT = process.env['GCLOUD_PROJECT'] ?? 'demo-latchkey';

/** The product's own store, pointed at the emulator. */
export function emulatorStore(host: string = emulatorHost(), projectId: string = PROJECT): Store {
  const transport = httpTransport({ emulatorHost: host, authorization: () => 'Bearer owner' });
  // An emulator that shares its machine with a whole suite is no measure of how long a store may wait.
  return restStore({ projectId, transport, deadlineMs: 30_000 });
}
