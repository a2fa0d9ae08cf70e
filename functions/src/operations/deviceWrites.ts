import type { Activation } from '@latchkey/domain/activation/activation';
import { reconcileDevice } from '@latchkey/domain/activation/fanOut';
import type { DeviceEffect } from '@latchkey/domain/license/decision';
import type { License } from '@latchkey/domain/license/license';
import { activationPath, envPath } from '../firestore/collections.ts';
import type { Stored } from '../firestore/records.ts';
import { toActivation } from '../firestore/records.ts';
import type { Write } from '../firestore/store.ts';
import { outboxWrite } from '../firestore/writes.ts';
import type { Call } from './context.ts';

/** Devices that are marked in the command's own commit; beyond that the outbox follows up. */
const IN_COMMIT = 100;

/**
 * Writes that bring the devices in line with the license as it will be. They share the command's
 * commit: any change of a device's status touches the license too, whose version guards the commit.
 */
export async function deviceWrites(
  call: Call,
  before: License,
  after: License | null,
  effect: DeviceEffect,
): Promise<Write[]> {
  if (effect === 'keep') return [];
  const { environment, id } = before;
  const snapshots = await call.store.query<Stored<Activation>>({
    parent: envPath(environment),
    collection: 'activations',
    where: [['licenseId', '==', id]],
    limit: IN_COMMIT + 1,
  });
  const devices = snapshots
    .slice(0, IN_COMMIT)
    .flatMap((snapshot) => toActivation(environment)(snapshot)?.record ?? []);
  const writes = devices.flatMap((device) => deviceWrite(after, device, call.now));
  if (snapshots.length <= IN_COMMIT) return writes;
  const kind = after === null ? 'remove-devices' : 'devices';
  return [...writes, outboxWrite(environment, call, { kind, licenseId: id })];
}

/** What one device needs; nothing when it agrees with its license already. */
export function deviceWrite(license: License | null, device: Activation, now: Date): Write[] {
  const path = activationPath(device.environment, device.id);
  if (license === null) return [{ kind: 'delete', path }];
  const change = reconcileDevice(license, device, now);
  return change === null ? [] : [{ kind: 'update', path, data: change }];
}
