import { activationId, keyHash } from '@latchkey/functions/crypto/keyHash';
import { foldKey, keyHint } from '@latchkey/domain/key/fold';
import { UNLIMITED } from '@latchkey/domain/license/license';
import { activationPath, licenseKeyPath, licensePath } from '@latchkey/functions/firestore/collections';
import { bulkStore } from '@latchkey/functions/firestore/connection';
import { toStored } from '@latchkey/functions/firestore/records';
import type { Write } from '@latchkey/functions/firestore/store';
import { aDevice, aLicense } from '../../support/builders.ts';
import { writeAll } from './bulk.ts';
import { activationIdOf, deviceOf, keyOf, LICENSES, licenseIdOf } from './names.ts';

/** A full run takes less than half of the hour after which "last seen" is written again. */
const STEADY_FOR_MS = 30 * 60 * 1000;

/**
 * Licenses as the product stores them, search tokens and all, each with one device that was seen just
 * now: a validate of it is steady for an hour. Written 500 at a time, four batches at once.
 */
export async function seedLicenses(): Promise<void> {
  const now = new Date();
  if (await isSeeded(now)) return;
  await writeAll(Array.from({ length: LICENSES }, (_, index) => licenseWrites(index, now)).flat());
}

/** A run shortly before, with the same secrets, left what this one needs: the last license to be written. */
async function isSeeded(now: Date): Promise<boolean> {
  const last = LICENSES - 1;
  const paths = [
    licenseKeyPath('production', keyHash(foldKey(keyOf(last)))),
    activationPath('production', activationIdOf(last)),
  ];
  const [entry, device] = await bulkStore().getAll<{ lastSeenAt?: Date }>(paths);
  const seen = device?.data?.lastSeenAt?.getTime() ?? 0;
  return entry?.data !== undefined && now.getTime() - seen < STEADY_FOR_MS;
}

/** One fresh license with room for `activationLimit` devices and none yet. */
export async function seedEmpty(name: string, activationLimit: number): Promise<void> {
  await writeAll(recordWrites(`fresh-${name}`, name, { activationLimit, activationCount: 0 }, new Date()));
}

function licenseWrites(index: number, now: Date): Write[] {
  const id = licenseIdOf(index);
  const key = keyOf(index);
  const identifier = deviceOf(index);
  const deviceId = activationId(id, `hardware:${identifier}`);
  const {
    id: _,
    environment,
    ...device
  } = aDevice({
    licenseId: id,
    keyHint: keyHint(key),
    identifier,
    label: `Computer ${index}`,
    activatedAt: now,
    lastSeenAt: now,
  });
  return [
    ...recordWrites(id, key, { activationLimit: UNLIMITED, activationCount: 1 }, now),
    { kind: 'set', path: activationPath(environment, deviceId), data: device },
  ];
}

function recordWrites(
  id: string,
  key: string,
  counts: { activationLimit: number; activationCount: number },
  now: Date,
): Write[] {
  const hash = keyHash(foldKey(key));
  const license = aLicense({
    id,
    key,
    keyHint: keyHint(key),
    keyHash: hash,
    customerName: `Customer ${id}`,
    customerEmail: `${id}@customers.example.com`,
    expiresAt: new Date(now.getTime() + 300 * 24 * 3600 * 1000),
    features: { export: true, seats: 25, beta: false },
    ...counts,
  });
  return [
    { kind: 'set', path: licensePath('production', id), data: toStored(license) },
    { kind: 'set', path: licenseKeyPath('production', hash), data: { licenseId: id } },
  ];
}
