import type { Contract } from '@latchkey/domain/contract/contract';
import type { License } from '@latchkey/domain/license/license';
import type { ExportList } from '../../lists/export/exportList.ts';
import { readLicense } from '../../licenses/readLicense.ts';
import { issuedLicensesQuery } from '../../contracts/contractQuery.ts';

/** The licenses that a contract has issued and that are there still, for an export. */
export function issuedLicenses({
  environment,
  id,
}: Pick<Contract, 'environment' | 'id'>): ExportList<License> {
  return {
    noun: { one: 'license', many: 'licenses' },
    filtered: true,
    what: 'Every license that this contract has issued and that is there still, the newest first.',
    // Some of those that count may be deleted, so nobody knows before the end.
    total: null,
    source: () => ({
      query: issuedLicensesQuery(environment, id),
      search: null,
      matches: () => true,
      read: readLicense(environment),
    }),
  };
}
