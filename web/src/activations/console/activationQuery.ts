import type { Activation } from '@latchkey/domain/activation/activation';
import { deviceTexts } from '@latchkey/domain/activation/record';
import type { Environment } from '@latchkey/domain/environment';
import { containsText, queryTokens } from '@latchkey/domain/search/tokens';
import type { QueryDescription, Where } from '../../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../../lists/listPlan.ts';
import { activationsPath } from '../readActivation.ts';
import {
  effectiveSort,
  searchedText,
  seenRange,
  seenWithin,
  SORT_FIELDS,
  type DeviceFilter,
} from './deviceFilter.ts';

export const DEVICES_OF_LICENSE = 200;
/** So many of a customer's devices are shown beside the customer. */
export const CUSTOMER_DEVICES = 20;
/** A search looks at so many where the last sign of life narrows it too, which no index of pieces can tell. */
const SEARCH_WITHIN = 500;

/** The devices that the filter leaves, in its order. */
export function devicesQuery(environment: Environment, filter: DeviceFilter, now: Date): ListQuery {
  const { key, direction } = effectiveSort(filter);
  return {
    collection: activationsPath(environment),
    where: [...equalities(filter), ...seenRange(filter.seen, now)],
    orderBy: [
      [SORT_FIELDS[key], direction],
      ['__name__', direction],
    ],
  };
}

/** All devices that may contain the text, by equality filters alone; unordered. */
export function devicesSearchQuery(environment: Environment, filter: DeviceFilter): SearchQuery | null {
  const tokens = queryTokens(searchedText(filter));
  if (tokens.length === 0) return null;
  const contains = tokens.map((token): Where => [`search.${token}`, '==', true]);
  return {
    collection: activationsPath(environment),
    where: [...contains, ...equalities(filter)],
    ...(filter.seen !== null && { looksAt: SEARCH_WITHIN }),
  };
}

/** Whether a device that an index found really fits: the text as a whole, and when it was last seen. */
export function fitsSearch(device: Activation, filter: DeviceFilter, now: Date): boolean {
  return containsText(deviceTexts(device), searchedText(filter)) && seenWithin(device, filter.seen, now);
}

/** The devices of one license, the newest first. */
export function licenseDevicesQuery(environment: Environment, licenseId: string): QueryDescription {
  return {
    collection: activationsPath(environment),
    where: [['licenseId', '==', licenseId]],
    orderBy: [['activatedAt', 'desc']],
    limit: DEVICES_OF_LICENSE,
  };
}

/** The newest devices of one customer, and one more that tells of others. */
export function customerDevicesQuery(environment: Environment, customerId: string): QueryDescription {
  return {
    collection: activationsPath(environment),
    where: [['customerId', '==', customerId]],
    orderBy: [['activatedAt', 'desc']],
    limit: CUSTOMER_DEVICES + 1,
  };
}

function equalities({ status, productId, type, customerId }: DeviceFilter): Where[] {
  return [
    ...(status === null ? [] : ([['status', '==', status]] as const)),
    ...(productId === null ? [] : ([['productId', '==', productId]] as const)),
    ...(type === null ? [] : ([['identifierType', '==', type]] as const)),
    ...(customerId === null ? [] : ([['customerId', '==', customerId]] as const)),
  ];
}
