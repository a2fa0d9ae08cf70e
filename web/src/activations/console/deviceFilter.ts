import {
  ACTIVATION_STATUSES,
  type Activation,
  type ActivationStatus,
} from '@latchkey/domain/activation/activation';
import { IDENTIFIER_TYPES, type IdentifierType } from '@latchkey/domain/activation/identifier';
import { KEY_HINT_LENGTH } from '@latchkey/domain/key/fold';
import type { Where } from '../../firebase/description.ts';
import { idOf, oneOf, sortOf, sortUrl, textOf, type UrlQuery } from '../../lists/listUrl.ts';
import { daysAgo } from '../../ui/daysAgo.ts';
import type { Sort } from '../../ui/listTable.ts';

/** What devices may be sorted by; each is one stored field. */
export const SORT_FIELDS = {
  license: 'keyHint',
  product: 'productName',
  identifier: 'identifier',
  customer: 'customerName',
  status: 'status',
  activated: 'activatedAt',
  seen: 'lastSeenAt',
} as const satisfies Record<string, keyof Activation>;
export type DeviceSortKey = keyof typeof SORT_FIELDS;
export const DEVICE_SORTS = Object.keys(SORT_FIELDS) as DeviceSortKey[];
export type DeviceSort = Sort<DeviceSortKey>;

/** When a device was last seen: within so many days, not for so many, or never. */
const SEEN = {
  '1d': { within: 1 },
  '7d': { within: 7 },
  '30d': { within: 30 },
  'not-30d': { notFor: 30 },
  'not-90d': { notFor: 90 },
  never: null,
} as const satisfies Record<string, { within: number } | { notFor: number } | null>;
export type Seen = keyof typeof SEEN;
export const SEEN_CHOICES = Object.keys(SEEN) as Seen[];

export interface DeviceFilter {
  readonly search: string;
  /** null = all, here and below. */
  readonly status: ActivationStatus | null;
  readonly productId: string | null;
  readonly type: IdentifierType | null;
  readonly seen: Seen | null;
  readonly customerId: string | null;
  readonly sort: DeviceSort;
}

export const NEWEST_FIRST: DeviceSort = { key: 'activated', direction: 'desc' };

export function deviceFilterOf(query: UrlQuery): DeviceFilter {
  return {
    search: urlSearch(textOf(query.q) ?? ''),
    status: oneOf(ACTIVATION_STATUSES, query.status),
    productId: idOf(query.product),
    type: oneOf(IDENTIFIER_TYPES, query.type),
    seen: oneOf(SEEN_CHOICES, query.seen),
    customerId: idOf(query.customer),
    sort: sortOf(query.sort, DEVICE_SORTS, NEWEST_FIRST),
  };
}

export function deviceUrlOf(filter: DeviceFilter): Record<string, string> {
  const { search, status, productId, type, seen, customerId, sort } = filter;
  return {
    ...(search !== '' && { q: urlSearch(search) }),
    ...(status !== null && { status }),
    ...(productId !== null && { product: productId }),
    ...(type !== null && { type }),
    ...(seen !== null && { seen }),
    ...(customerId !== null && { customer: customerId }),
    ...sortUrl(sort, NEWEST_FIRST),
  };
}

/**
 * The order that is really asked for. A list cut off at a moment is walked in the order of that moment; all of
 * one state or product are not sorted by it; and the few devices of one customer, or never seen, come newest first.
 */
export function effectiveSort({ sort, seen, status, productId, customerId }: DeviceFilter): DeviceSort {
  if (seen !== null && seen !== 'never') {
    return sort.key === 'seen' ? sort : { key: 'seen', direction: 'desc' };
  }
  const says =
    customerId === null &&
    seen === null &&
    !(sort.key === 'status' && status !== null) &&
    !(sort.key === 'product' && productId !== null);
  return says ? sort : NEWEST_FIRST;
}

export function seenRange(seen: Seen | null, now: Date): Where[] {
  if (seen === null) return [];
  const span = SEEN[seen];
  if (span === null) return [['lastSeenAt', '==', null]];
  return 'within' in span
    ? [['lastSeenAt', '>=', daysAgo(span.within, now)]]
    : [['lastSeenAt', '<', daysAgo(span.notFor, now)]];
}

export function seenWithin({ lastSeenAt }: Activation, seen: Seen | null, now: Date): boolean {
  if (seen === null) return true;
  const span = SEEN[seen];
  if (span === null || lastSeenAt === null) return span === null && lastSeenAt === null;
  return 'within' in span ? lastSeenAt >= daysAgo(span.within, now) : lastSeenAt < daysAgo(span.notFor, now);
}

/**
 * A search text as an address may hold it: any long one may be a license key, whatever it looks like, and
 * addresses end up in histories and logs. What stands in the field stays whole.
 */
export function urlSearch(search: string): string {
  return [...search.trim()].slice(0, KEY_HINT_LENGTH).join('');
}

/** What is really looked for: devices know the beginning of their license's key, and no more. */
export function searchedText({ search }: DeviceFilter): string {
  return LIKE_A_KEY.test(search.trim()) ? urlSearch(search) : search;
}

/** Three groups and more of capitals and digits, or a UUID. */
const LIKE_A_KEY =
  /^[A-Z0-9]{3,}([-_ ][A-Z0-9]{3,}){2,}$|^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
