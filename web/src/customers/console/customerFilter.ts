import { CUSTOMER_STATUSES, type Customer, type CustomerStatus } from '@latchkey/domain/customer/customer';
import type { Environment } from '@latchkey/domain/environment';
import { queryTokens } from '@latchkey/domain/search/tokens';
import type { OrderBy, Where } from '../../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../../lists/listPlan.ts';
import { oneOf, sortOf, sortUrl, textOf, type UrlQuery } from '../../lists/listUrl.ts';
import type { Sort } from '../../ui/listTable.ts';
import { daysAgo } from '../../ui/daysAgo.ts';
import { customersPath } from '../readCustomer.ts';

export const CUSTOMER_SORTS = ['name', 'email', 'joined', 'seen'] as const;
export type CustomerSort = Sort<(typeof CUSTOMER_SORTS)[number]>;

/** A search looks at so many where a date narrows it too, which no index of pieces can tell. */
const SEARCH_WITHIN = 500;

/** Joined within so many days. */
export const JOINED = ['7', '30', '90', '365'] as const;
export type Joined = (typeof JOINED)[number];

export interface CustomerFilter {
  readonly search: string;
  /** null = all. */
  readonly status: CustomerStatus | null;
  readonly joined: Joined | null;
  readonly sort: CustomerSort;
}

export const NEWEST_FIRST: CustomerSort = { key: 'joined', direction: 'desc' };

export function customerFilterOf(query: UrlQuery): CustomerFilter {
  return {
    search: textOf(query.q) ?? '',
    status: oneOf(CUSTOMER_STATUSES, query.status),
    joined: oneOf(JOINED, query.joined),
    sort: sortOf(query.sort, CUSTOMER_SORTS, NEWEST_FIRST),
  };
}

export function customerUrlOf({ search, status, joined, sort }: CustomerFilter): Record<string, string> {
  return {
    ...(search !== '' && { q: search }),
    ...(status !== null && { status }),
    ...(joined !== null && { joined }),
    ...sortUrl(sort, NEWEST_FIRST),
  };
}

/** A list cut off at a date can only be walked in the order of that date. */
export function effectiveSort({ joined, sort }: CustomerFilter): CustomerSort {
  return joined === null || sort.key === 'joined' ? sort : NEWEST_FIRST;
}

/** The customers that the filter leaves, in its order. */
export function customersListQuery(environment: Environment, filter: CustomerFilter, now: Date): ListQuery {
  const { key, direction } = effectiveSort(filter);
  return {
    collection: customersPath(environment),
    where: [
      ...equalities(filter),
      ...(filter.joined === null
        ? []
        : ([['createdAt', '>=', daysAgo(Number(filter.joined), now)]] satisfies Where[])),
    ],
    orderBy: [orderOf(key, direction), ['__name__', direction]],
  };
}

/** All customers that may contain the text, by equality filters alone. */
export function customersSearchQuery(environment: Environment, filter: CustomerFilter): SearchQuery | null {
  const tokens = queryTokens(filter.search);
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  return {
    collection: customersPath(environment),
    where: [...contains, ...equalities(filter)],
    ...(filter.joined !== null && { looksAt: SEARCH_WITHIN }),
  };
}

/** What the pieces of a search cannot ask for: a date. */
export function joinedWithin({ createdAt }: Customer, joined: Joined | null, now: Date): boolean {
  return joined === null || createdAt.getTime() >= daysAgo(Number(joined), now).getTime();
}

function equalities({ status }: CustomerFilter): Where[] {
  return status === null ? [] : [['status', '==', status]];
}

/** Whoever has no name comes last in both directions. */
function orderOf(key: CustomerSort['key'], direction: Sort['direction']): OrderBy {
  switch (key) {
    case 'name':
      return direction === 'asc' ? ['nameUp', 'asc'] : ['nameDown', 'desc'];
    case 'email':
      return ['email', direction];
    case 'joined':
      return ['createdAt', direction];
    case 'seen':
      return ['lastSignInAt', direction];
  }
}
