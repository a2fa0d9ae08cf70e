import type { LicenseStatus } from '@latchkey/domain/license/license';
import type { Sort } from '../../ui/listTable.ts';

/** What a person may sort licenses by; each is one stored field. */
export const SORT_FIELDS = {
  created: 'createdAt',
  expires: 'expirySort',
  status: 'statusRank',
  key: 'key',
  product: 'productName',
  customer: 'customerName',
  limit: 'limitSort',
} as const;
export type SortKey = keyof typeof SORT_FIELDS;
export const SORT_KEYS = Object.keys(SORT_FIELDS) as SortKey[];

export type LicenseSort = Sort<SortKey>;

const DAY_MS = 24 * 60 * 60 * 1000;
/** How far back creation may be asked for. */
const SPANS = { '24h': DAY_MS, '7d': 7 * DAY_MS, '30d': 30 * DAY_MS, '90d': 90 * DAY_MS } as const;
export type CreatedWithin = keyof typeof SPANS;
export const CREATED_WITHIN = Object.keys(SPANS) as CreatedWithin[];

/** What the list of licenses shows. */
export interface LicenseFilter {
  readonly search: string;
  /** The stored state; null = all. */
  readonly status: LicenseStatus | null;
  readonly productId: string | null;
  /** Created in the last hours or days; null = whenever. */
  readonly created: CreatedWithin | null;
  readonly sort: LicenseSort;
}

export const NEWEST_FIRST: LicenseSort = { key: 'created', direction: 'desc' };
export const NO_FILTER: LicenseFilter = {
  search: '',
  status: null,
  productId: null,
  created: null,
  sort: NEWEST_FIRST,
};

/** The first moment of creation that the filter lets pass; null = all. */
export function createdSince({ created }: LicenseFilter, now: Date): Date | null {
  return created === null ? null : new Date(now.getTime() - SPANS[created]);
}

/**
 * The order that is really asked for: sorting one state by state, or one product by product, would say
 * nothing, so the newest come first there.
 */
export function effectiveSort({ sort, status, productId }: LicenseFilter): LicenseSort {
  const says = !(sort.key === 'status' && status !== null) && !(sort.key === 'product' && productId !== null);
  return says ? sort : NEWEST_FIRST;
}
