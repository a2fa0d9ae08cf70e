import type { Environment } from '@latchkey/domain/environment';
import type { Tools } from './context.ts';
import type { CountedLicenses } from './licenseCountQuery.ts';
import { licenseCountQuery } from './licenseCountQuery.ts';

/** The exact number in one aggregation query: nothing is read but the index, and nothing is capped. */
export function countLicenses(
  { store }: Tools,
  environment: Environment,
  counted: CountedLicenses,
): Promise<number> {
  return store.count(licenseCountQuery(environment, counted));
}
