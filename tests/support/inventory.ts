import { createHash } from 'node:crypto';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { Environment } from '@latchkey/domain/environment';
import type { Activation } from '@latchkey/domain/activation/activation';
import { takesSlot } from '@latchkey/domain/activation/activation';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { License } from '@latchkey/domain/license/license';
import { envPath, licensePath, licensePrivatePath } from '@latchkey/functions/firestore/collections';
import { toLicense } from '@latchkey/functions/firestore/records';
import type { Snapshot } from '@latchkey/functions/firestore/store';
import type { World } from './world.ts';

const COLLECTIONS = [
  'licenses',
  'licenseKeys',
  'activations',
  'products',
  'generators',
  'customers',
  'settings',
  'audit',
  'outbox',
  'mails',
  'jobs',
  'contracts',
  'downloads',
  'abuseCases',
  'abuseSignals',
] as const;
type Collection = (typeof COLLECTIONS)[number];
const ALL = 20_000;

/** Every document of a collection, by id. */
export function documents<T>(
  world: World,
  collection: Collection,
  where: readonly (readonly [string, '==', unknown])[] = [],
  environment: Environment = 'production',
): Promise<Snapshot<T>[]> {
  return world.store.query<T>({ parent: envPath(environment), collection, where, limit: ALL });
}

export async function readLicense(
  world: World,
  id: string,
  environment: Environment = 'production',
): Promise<License | null> {
  const [snapshot] = await world.store.getAll<never>([licensePath(environment, id)]);
  return toLicense(environment)(snapshot)?.record ?? null;
}

export async function devicesOf(
  world: World,
  licenseId: string,
  environment: Environment = 'production',
): Promise<Activation[]> {
  const found = await documents<Activation>(
    world,
    'activations',
    [['licenseId', '==', licenseId]],
    environment,
  );
  return found.flatMap(({ id, data }) => (data ? [{ ...data, id, environment }] : []));
}

/** The license's own count beside the devices that really hold a slot. */
export async function slots(world: World, id: string): Promise<{ counted: number; held: number }> {
  const license = await readLicense(world, id);
  if (!license) throw new Error('the license is gone');
  const devices = await devicesOf(world, id);
  return {
    counted: license.activationCount,
    held: devices.filter((device) => takesSlot(license, device)).length,
  };
}

/** What happened to a license, in the order of time. */
export async function historyOf(world: World, licenseId: string): Promise<AuditEvent[]> {
  const found = await documents<AuditEvent>(world, 'audit', [['licenseId', '==', licenseId]]);
  return found
    .flatMap(({ data }) => data ?? [])
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** Every document there is, in one text; equal texts mean that nothing at all has changed. */
export async function everything(world: World): Promise<string> {
  const found = await Promise.all(
    ENVIRONMENTS.flatMap((environment) =>
      COLLECTIONS.map((collection) => documents<object>(world, collection, [], environment)),
    ),
  );
  const users = await world.store.query<object>({ parent: '', collection: 'users', limit: ALL });
  const known = [...found.flat(), ...users];
  const hidden = known.flatMap(({ path, id }) => {
    const environment = ENVIRONMENTS.find((name) => path.startsWith(`${envPath(name)}/licenses/`));
    return environment ? [licensePrivatePath(environment, id)] : [];
  });
  const all = [...known, ...(await world.store.getAll<object>(hidden))];
  const lines = all.map(({ path, updateTime, data }) => `${path} ${updateTime} ${JSON.stringify(data)}`);
  return lines.toSorted().join('\n');
}

/** `everything`, short enough to compare in an assertion's message. */
export async function stateHash(world: World): Promise<string> {
  return createHash('sha256')
    .update(await everything(world))
    .digest('hex');
}
