import type { Activation } from '@latchkey/domain/activation/activation';
import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { envPath } from '../../firestore/collections.ts';
import type { Stored, Versioned } from '../../firestore/records.ts';
import { toActivation, toLicense } from '../../firestore/records.ts';
import type { Tools } from '../context.ts';

/** A commit holds at most two writes for each. */
export const PAGE = 100;

/** A customer's licenses in the order of their ids, after the one named. */
export async function licensePage(
  { store }: Tools,
  environment: Environment,
  customerId: string,
  after: string | null,
): Promise<Versioned<License>[]> {
  const found = await store.query<Stored<License>>({
    parent: envPath(environment),
    collection: 'licenses',
    where: [['customerId', '==', customerId]],
    orderBy: [['__name__', 'asc']],
    limit: PAGE,
    ...(after !== null && { startAfter: [`${envPath(environment)}/licenses/${after}`] }),
  });
  return found.flatMap((snapshot) => toLicense(environment)(snapshot) ?? []);
}

/** The same of devices. */
export async function devicePage(
  { store }: Tools,
  environment: Environment,
  customerId: string,
  after: string | null,
): Promise<Versioned<Activation>[]> {
  const found = await store.query<Stored<Activation>>({
    parent: envPath(environment),
    collection: 'activations',
    where: [['customerId', '==', customerId]],
    orderBy: [['__name__', 'asc']],
    limit: PAGE,
    ...(after !== null && { startAfter: [`${envPath(environment)}/activations/${after}`] }),
  });
  return found.flatMap((snapshot) => toActivation(environment)(snapshot) ?? []);
}
