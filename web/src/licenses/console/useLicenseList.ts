import { computed } from 'vue';
import { useRoute } from 'vue-router';
import type { License } from '@latchkey/domain/license/license';
import { useList, type List } from '../../lists/useList.ts';
import { useEnvironment } from '../../session/environment.ts';
import { readLicense } from '../readLicense.ts';
import type { LicenseFilter } from './licenseFilter.ts';
import { fitsSearch, licenseSearchQuery, licensesQuery } from './licenseQuery.ts';
import { filterOf, urlOf } from './licenseUrl.ts';
import { useLicenseTotal } from './useLicenseTotal.ts';

export interface LicenseList extends List<License, LicenseFilter> {
  /** The moment from which the days of creation count back. */
  readonly now: () => Date;
}

/** The licenses of the environment. The address never holds more of a key than its beginning. */
export function useLicenseList(): LicenseList {
  const environment = useEnvironment();
  const route = useRoute();
  // "The last 7 days" are those before the moment they were chosen, so that pages, counts and exports agree.
  const chosen = computed(() => ({ created: route.query.created, at: new Date() }));
  const now = (): Date => chosen.value.at;
  const list = useList<License, LicenseFilter>({
    noun: { one: 'license', many: 'licenses' },
    filterOf,
    urlOf,
    query: (filter) => licensesQuery(environment.current, filter, now()),
    read: (id, data) => readLicense(environment.current)(id, data),
    search: {
      query: (filter) => licenseSearchQuery(environment.current, filter),
      matches: (license, filter) => fitsSearch(license, filter, now()),
    },
    total: (filter) =>
      useLicenseTotal(() => {
        const wanted = filter();
        return wanted && { environment: environment.current, filter: wanted, now: now() };
      }),
  });
  return Object.assign(list, { now });
}
