import type { Channel, Release, ReleaseState } from '@latchkey/domain/download/release';
import { CHANNELS, RELEASE_STATES } from '@latchkey/domain/download/release';
import type { Environment } from '@latchkey/domain/environment';
import { queryTokens } from '@latchkey/domain/search/tokens';
import type { QueryDescription, RawDoc, Where } from '../../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../../lists/listPlan.ts';
import { idOf, oneOf, sortOf, sortUrl, textOf, type UrlQuery } from '../../lists/listUrl.ts';
import type { Sort } from '../../ui/listTable.ts';

const SORT_FIELDS = {
  version: 'versionSort',
  size: 'size',
  downloads: 'downloads',
  created: 'createdAt',
} as const;
export type DownloadSortKey = keyof typeof SORT_FIELDS;
export const DOWNLOAD_SORT_KEYS = Object.keys(SORT_FIELDS) as DownloadSortKey[];

/** What the list of releases shows; null = all. */
export interface DownloadFilter {
  readonly search: string;
  readonly product: string | null;
  readonly channel: Channel | null;
  readonly state: ReleaseState | null;
  readonly sort: Sort<DownloadSortKey>;
}

const NEWEST: Sort<DownloadSortKey> = { key: 'created', direction: 'desc' };

/** Reads the filter out of an address that anybody may have written; what is not known is left out. */
export function filterOf(query: UrlQuery): DownloadFilter {
  return {
    search: (textOf(query.q) ?? '').trim().slice(0, 128),
    product: idOf(query.product),
    channel: oneOf(CHANNELS, query.channel),
    state: oneOf(RELEASE_STATES, query.state),
    sort: sortOf(query.sort, DOWNLOAD_SORT_KEYS, NEWEST),
  };
}

export function urlOf({ search, product, channel, state, sort }: DownloadFilter): Record<string, string> {
  return {
    ...(search !== '' && { q: search.slice(0, 128) }),
    ...(product !== null && { product }),
    ...(channel !== null && { channel }),
    ...(state !== null && { state }),
    ...sortUrl(sort, NEWEST),
  };
}

export const downloadsPath = (environment: Environment): string => `environments/${environment}/downloads`;

export function downloadListQuery(environment: Environment, filter: DownloadFilter): ListQuery {
  const { key, direction } = filter.sort;
  return {
    collection: downloadsPath(environment),
    where: equalities(filter),
    orderBy: [
      [SORT_FIELDS[key], direction],
      ['__name__', direction],
    ],
  };
}

/** All releases that may contain the text: equality filters only, which need no composite index; unordered. */
export function downloadSearchQuery(environment: Environment, filter: DownloadFilter): SearchQuery | null {
  const tokens = queryTokens(filter.search);
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  return { collection: downloadsPath(environment), where: [...contains, ...equalities(filter)] };
}

/** The newest releases of one product, for its page. */
export const PRODUCT_RELEASES = 5;
export function productReleasesQuery(environment: Environment, productId: string): QueryDescription {
  return {
    collection: downloadsPath(environment),
    where: [['productId', '==', productId]],
    orderBy: [['createdAt', 'desc']],
    limit: PRODUCT_RELEASES,
  };
}

export function readRelease(environment: Environment) {
  return (id: string, data: RawDoc['data']): Release => ({ ...data, id, environment }) as unknown as Release;
}

function equalities({ product, channel, state }: DownloadFilter): Where[] {
  return [
    ...(product === null ? [] : ([['productId', '==', product]] as const)),
    ...(channel === null ? [] : ([['channel', '==', channel]] as const)),
    ...(state === null ? [] : ([['state', '==', state]] as const)),
  ];
}
