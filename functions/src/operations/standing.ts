import type { Environment } from '@latchkey/domain/environment';
import type { Standing } from '@latchkey/domain/license/decision';
import type { License } from '@latchkey/domain/license/license';
import { readSection } from '@latchkey/domain/settings/values';
import { licensePath, licensePrivatePath, settingsPath } from '../firestore/collections.ts';
import type { Versioned } from '../firestore/records.ts';
import { toLicense, toPrivate } from '../firestore/records.ts';
import type { Snapshot, Store } from '../firestore/store.ts';

export interface StandingRead {
  readonly license: Versioned<License>;
  readonly standing: Standing;
  /** The further documents that were asked for, in order. */
  readonly others: readonly Snapshot<never>[];
}

/** Reads a license with what a command needs beside it, in one round trip; null = no such license. */
export async function readStanding(
  store: Store,
  environment: Environment,
  licenseId: string,
  otherPaths: readonly string[] = [],
): Promise<StandingRead | null> {
  const paths = [
    licensePath(environment, licenseId),
    licensePrivatePath(environment, licenseId),
    settingsPath(environment, 'license'),
  ];
  const [first, hidden, settings, ...others] = await store.getAll<never>([...paths, ...otherPaths]);
  const license = toLicense(environment)(first);
  if (!license) return null;
  const standing: Standing = {
    license: license.record,
    private: toPrivate(hidden),
    defaultGraceDays: graceDays(settings),
  };
  return { license, standing, others };
}

export function graceDays(settings: Snapshot<unknown> | undefined): number {
  return readSection('license', settings?.data as object | undefined).graceDays;
}
