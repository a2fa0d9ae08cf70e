import type { License } from '@latchkey/domain/license/license';
import { matchesSearch } from '@latchkey/domain/search/tokens';
import { useList, type List } from '../../lists/useList.ts';
import { useEnvironment } from '../../session/environment.ts';
import { readLicense } from '../readLicense.ts';
import type { LicenseFilter } from './licenseFilter.ts';
import { licenseSearchQuery, licensesQuery } from './licenseQuery.ts';
import { filterOf, urlOf } from './licenseUrl.ts';
import { useLicenseTotal } from './useLicenseTotal.ts';

/** The licenses of the environment. The address never holds more of a key than its beginning. */
export function useLicenseList(): List<License, LicenseFilter> {
  const environment = useEnvironment();
  return useList<License, LicenseFilter>({
    noun: { one: 'license', many: 'licenses' },
    filterOf,
    urlOf,
    query: (filter) => licensesQuery(environment.current, filter),
    read: (id, data) => readLicense(environment.current)(id, data),
    search: {
      query: (filter) => licenseSearchQuery(environment.current, filter),
      matches: matchesSearch,
    },
    total: (filter) =>
      useLicenseTotal(() => {
        const wanted = filter();
        return wanted && { environment: environment.current, filter: wanted };
      }),
  });
}
