import type { Activation } from '@latchkey/domain/activation/activation';
import type { Environment } from '@latchkey/domain/environment';
import { envPath, licensePath } from '../firestore/collections.ts';
import { withRetry } from '../firestore/optimistic.ts';
import type { Stored } from '../firestore/records.ts';
import { toActivation, toLicense } from '../firestore/records.ts';
import type { Call } from './context.ts';
import { deviceWrite } from './deviceWrites.ts';

const PAGE = 300;

/**
 * Brings all devices of a license in line with it, in pages. The license's version is checked in
 * every commit: if it changes on the way, the page is read and decided again.
 */
export async function reconcileDevices(
  call: Call,
  environment: Environment,
  licenseId: string,
): Promise<void> {
  let after: string | null = null;
  do {
    after = await withRetry(licenseId, () => reconcilePage(call, environment, licenseId, after));
  } while (after !== null);
}

async function reconcilePage(
  call: Call,
  environment: Environment,
  licenseId: string,
  after: string | null,
): Promise<string | null> {
  const path = licensePath(environment, licenseId);
  const [parent] = await call.store.getAll<never>([path]);
  const license = toLicense(environment)(parent);
  if (!license) return null;
  const devices = await devicePage(call, environment, licenseId, after);
  const writes = devices.flatMap((device) => deviceWrite(license.record, device, call.now));
  if (writes.length > 0) await call.store.commit([{ kind: 'check', path, if: license.version }, ...writes]);
  return devices.length < PAGE ? null : (devices.at(-1)?.id ?? null);
}

/** Removes what is left of the devices of a deleted license. */
export async function removeDevices(call: Call, environment: Environment, licenseId: string): Promise<void> {
  for (;;) {
    const devices = await devicePage(call, environment, licenseId, null);
    if (devices.length === 0) return;
    await call.store.commit(devices.flatMap((device) => deviceWrite(null, device, call.now)));
  }
}

async function devicePage(
  call: Call,
  environment: Environment,
  licenseId: string,
  after: string | null,
): Promise<Activation[]> {
  const snapshots = await call.store.query<Stored<Activation>>({
    parent: envPath(environment),
    collection: 'activations',
    where: [['licenseId', '==', licenseId]],
    orderBy: [['__name__', 'asc']],
    limit: PAGE,
    ...(after !== null && { startAfter: [`${envPath(environment)}/activations/${after}`] }),
  });
  return snapshots.flatMap((snapshot) => toActivation(environment)(snapshot)?.record ?? []);
}
