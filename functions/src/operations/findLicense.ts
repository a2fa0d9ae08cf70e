import type { Activation } from '@latchkey/domain/activation/activation';
import type { Identifier } from '@latchkey/domain/activation/identifier';
import { identifierText } from '@latchkey/domain/activation/identifier';
import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import type { Finding } from '@latchkey/domain/license/validation';
import { activationPath, licenseKeyPath, licensePath } from '../firestore/collections.ts';
import type { Stored, Versioned } from '../firestore/records.ts';
import { toActivation, toLicense } from '../firestore/records.ts';
import type { Precondition, Snapshot } from '../firestore/store.ts';
import { FIELDS } from './checkFields.ts';
import type { Tools } from './context.ts';

export interface Wanted {
  readonly environment: Environment;
  readonly key: string;
  /** Keyed hash of the folded key. */
  readonly keyHash: string;
  readonly identifier: Identifier | null;
}

/** What was found, with the versions that a commit has to be based on. */
export type Found =
  | { readonly where: 'nowhere' }
  | { readonly where: 'elsewhere' }
  | {
      readonly where: 'here';
      readonly license: Versioned<License>;
      readonly device: Versioned<Activation> | null;
      readonly newDevice: { readonly id: string; readonly version: Precondition } | null;
    };

/** Index entry of a key: environments/{env}/licenseKeys/{keyed hash}. */
export interface KeyEntry {
  readonly licenseId: string;
}

/**
 * Finds the license that a key opens, and the asking device. Steady state: one batched read of two
 * documents. First sight: the index of all three environments first, in one batch.
 */
export async function findLicense(tools: Tools, wanted: Wanted): Promise<Found> {
  const { keyHash } = wanted;
  const remembered = tools.memory.recall(wanted.environment, keyHash);
  if (remembered !== undefined) {
    const found = await readLicense(tools, wanted, remembered);
    if (found !== null) return found;
    tools.memory.forget(wanted.environment, keyHash);
  }
  const paths = ENVIRONMENTS.map((environment) => licenseKeyPath(environment, keyHash));
  const entries = await tools.store.getAll<KeyEntry>(paths);
  const here = entries[ENVIRONMENTS.indexOf(wanted.environment)]?.data;
  if (here !== undefined) {
    const found = await readLicense(tools, wanted, here.licenseId);
    if (found !== null) tools.memory.remember(wanted.environment, keyHash, here.licenseId);
    return found ?? { where: 'nowhere' };
  }
  return { where: entries.some(({ data }) => data !== undefined) ? 'elsewhere' : 'nowhere' };
}

async function readLicense(tools: Tools, wanted: Wanted, licenseId: string): Promise<Found | null> {
  const { environment, identifier } = wanted;
  const deviceId = identifier && tools.activationId(licenseId, identifierText(identifier));
  const paths = [
    licensePath(environment, licenseId),
    ...(deviceId ? [activationPath(environment, deviceId)] : []),
  ];
  const [first, second] = await tools.store.getAll<Stored<License> | Stored<Activation>>(paths, FIELDS);
  const license = toLicense(environment)(first as Snapshot<Stored<License>> | undefined);
  if (license?.record.keyHash !== wanted.keyHash) return null;
  // Told apart by case only: the index folds, so the exact text is compared here.
  if (license.record.keyCaseSensitive && license.record.key !== wanted.key) return { where: 'nowhere' };
  const device = toActivation(environment)(second as Snapshot<Stored<Activation>> | undefined);
  const newDevice = deviceId ? { id: deviceId, version: device?.version ?? { exists: false } } : null;
  return { where: 'here', license, device, newDevice };
}

/** The same without versions: what the decision is made from. */
export function findingOf(found: Found): Finding {
  if (found.where !== 'here') return found;
  return { where: 'here', license: found.license.record, device: found.device?.record ?? null };
}
