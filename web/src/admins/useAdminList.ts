import { containsText } from '@latchkey/domain/search/tokens';
import { useList, type List } from '../lists/useList.ts';
import { adminFilterOf, adminSearchQuery, adminsQuery, adminUrlOf, type AdminFilter } from './adminFilter.ts';
import { readListedAdmin, type Admin } from './readAdmin.ts';

/** Everybody with a role in the console, whatever the environment. */
export function useAdminList(): List<Admin, AdminFilter> {
  return useList<Admin, AdminFilter>({
    noun: { one: 'person', many: 'people' },
    filterOf: adminFilterOf,
    urlOf: adminUrlOf,
    query: adminsQuery,
    read: readListedAdmin,
    search: {
      query: adminSearchQuery,
      matches: ({ email, name }, { search }) => containsText([email, name], search),
    },
  });
}
