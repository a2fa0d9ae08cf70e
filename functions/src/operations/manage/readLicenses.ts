import type { Environment } from '@latchkey/domain/environment';
import type { License, LicensePrivate } from '@latchkey/domain/license/license';
import { licensePath, licensePrivatePath } from '../../firestore/collections.ts';
import { toLicense, toPrivate } from '../../firestore/records.ts';
import type { Store } from '../../firestore/store.ts';

export interface WholeLicense {
  readonly license: License;
  readonly hidden: LicensePrivate;
}

/** A license with what only the console sees of it, in one round trip; null = there is none. */
export async function readWholeLicense(
  store: Store,
  environment: Environment,
  id: string,
): Promise<WholeLicense | null> {
  const paths = [licensePath(environment, id), licensePrivatePath(environment, id)];
  const [first, second] = await store.getAll<never>(paths);
  const license = toLicense(environment)(first)?.record;
  return license ? { license, hidden: toPrivate(second) } : null;
}

/** The licenses of these ids, in their order; ids of none are left out. */
export async function readLicenses(
  store: Store,
  environment: Environment,
  ids: readonly string[],
  fields: readonly string[],
): Promise<License[]> {
  if (ids.length === 0) return [];
  const paths = ids.map((id) => licensePath(environment, id));
  const found = await store.getAll<never>(paths, fields);
  return found.flatMap((snapshot) => toLicense(environment)(snapshot)?.record ?? []);
}
