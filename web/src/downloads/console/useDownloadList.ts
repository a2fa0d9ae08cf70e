import type { Release } from '@latchkey/domain/download/release';
import { containsText } from '@latchkey/domain/search/tokens';
import { useList, type List } from '../../lists/useList.ts';
import { useEnvironment } from '../../session/environment.ts';
import {
  downloadListQuery,
  downloadSearchQuery,
  filterOf,
  readRelease,
  urlOf,
  type DownloadFilter,
} from './downloadFilter.ts';

/** The releases of the environment. */
export function useDownloadList(): List<Release, DownloadFilter> {
  const environment = useEnvironment();
  return useList<Release, DownloadFilter>({
    noun: { one: 'release', many: 'releases' },
    filterOf,
    urlOf,
    query: (filter) => downloadListQuery(environment.current, filter),
    read: (id, data) => readRelease(environment.current)(id, data),
    search: {
      query: (filter) => downloadSearchQuery(environment.current, filter),
      matches: ({ version, fileName, productId }, { search }) =>
        containsText([version, fileName, productId], search),
    },
  });
}
