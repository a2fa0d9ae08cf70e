import { CONTRACT_STATUSES, CONTRACT_TYPES } from '@latchkey/domain/contract/contract';
import type { Contract, ContractStatus, ContractType } from '@latchkey/domain/contract/contract';
import type { Environment } from '@latchkey/domain/environment';
import { queryTokens } from '@latchkey/domain/search/tokens';
import type { RawDoc, Where } from '../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../lists/listPlan.ts';
import { oneOf, sortOf, sortUrl, textOf, type UrlQuery } from '../lists/listUrl.ts';
import type { Sort } from '../ui/listTable.ts';

const SORTS = { name: 'name', created: 'createdAt', used: 'used' } as const;
export type ContractSortKey = keyof typeof SORTS;
export const CONTRACT_SORT_KEYS = Object.keys(SORTS) as ContractSortKey[];

/** What the list of contracts shows; null = all. */
export interface ContractFilter {
  readonly search: string;
  readonly status: ContractStatus | null;
  readonly type: ContractType | null;
  readonly sort: Sort<ContractSortKey>;
}

const NEWEST: Sort<ContractSortKey> = { key: 'created', direction: 'desc' };

/** Reads the filter out of an address that anybody may have written; what is not known is left out. */
export function contractFilterOf(query: UrlQuery): ContractFilter {
  return {
    search: (textOf(query.q) ?? '').trim().slice(0, 128),
    status: oneOf(CONTRACT_STATUSES, query.status),
    type: oneOf(CONTRACT_TYPES, query.type),
    sort: sortOf(query.sort, CONTRACT_SORT_KEYS, NEWEST),
  };
}

export function contractUrlOf({ search, status, type, sort }: ContractFilter): Record<string, string> {
  return {
    ...(search !== '' && { q: search.trim().slice(0, 128) }),
    ...(status !== null && { status }),
    ...(type !== null && { type }),
    ...sortUrl(sort, NEWEST),
  };
}

export const contractsPath = (environment: Environment): string => `environments/${environment}/contracts`;

export function contractsQuery(environment: Environment, filter: ContractFilter): ListQuery {
  const { key, direction } = filter.sort;
  return {
    collection: contractsPath(environment),
    where: equalities(filter),
    orderBy: [
      [SORTS[key], direction],
      ['__name__', direction],
    ],
  };
}

export function contractSearchQuery(environment: Environment, filter: ContractFilter): SearchQuery | null {
  const tokens = queryTokens(filter.search);
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  return { collection: contractsPath(environment), where: [...contains, ...equalities(filter)] };
}

export function readContract(environment: Environment) {
  return (id: string, data: RawDoc['data']): Contract =>
    ({ ...data, id, environment }) as unknown as Contract;
}

function equalities({ status, type }: Pick<ContractFilter, 'status' | 'type'>): Where[] {
  return [
    ...(status === null ? [] : ([['status', '==', status]] as const)),
    ...(type === null ? [] : ([['type', '==', type]] as const)),
  ];
}
