import { CUSTOMER_STATUSES } from '@latchkey/domain/customer/customer';
import {
  customerDevicesQuery,
  devicesQuery,
  devicesSearchQuery,
} from '../../../web/src/activations/console/activationQuery.ts';
import { DEVICE_SORTS, type DeviceFilter } from '../../../web/src/activations/console/deviceFilter.ts';
import { customerHistoryQuery } from '../../../web/src/audit/useCustomerHistory.ts';
import {
  CUSTOMER_SORTS,
  customersListQuery,
  customersSearchQuery,
  type CustomerFilter,
} from '../../../web/src/customers/console/customerFilter.ts';
import { ownedCountQuery } from '../../../web/src/customers/console/ownedCountQuery.ts';
import { customersQuery } from '../../../web/src/customers/useCustomerSuggestions.ts';
import type { QueryDescription } from '../../../web/src/firebase/description.ts';
import { customerLicensesQuery } from '../../../web/src/licenses/console/customerLicenses.ts';
import type { ListQuery, SearchQuery } from '../../../web/src/lists/listPlan.ts';

const ENV = 'production';
const DIRECTIONS = ['asc', 'desc'] as const;
const NOW = new Date(0);

/** A list as it is asked for: by its filter, and by a text within it. */
export interface AskedList {
  readonly query: ListQuery;
  readonly search: SearchQuery | null;
}

/** Every filter of the activations in every order. */
export function deviceLists(): AskedList[] {
  const filters = [null, 'active' as const].flatMap((status) =>
    [null, 'p'].flatMap((productId) =>
      [null, 'hardware' as const].flatMap((type) =>
        [null, 'c'].flatMap((customerId) =>
          ([null, '7d', 'not-30d', 'never'] as const).map((seen) => ({
            search: 'abc',
            status,
            productId,
            type,
            customerId,
            seen,
          })),
        ),
      ),
    ),
  );
  return inEveryOrder<DeviceFilter>(filters, DEVICE_SORTS).map((filter) => ({
    query: devicesQuery(ENV, filter, NOW),
    search: devicesSearchQuery(ENV, filter),
  }));
}

/** Every filter of the customers in every order. */
export function customerLists(): AskedList[] {
  const filters = [null, ...CUSTOMER_STATUSES].flatMap((status) =>
    [null, '30' as const].map((joined) => ({ search: 'abc', status, joined })),
  );
  return inEveryOrder<CustomerFilter>(filters, CUSTOMER_SORTS).map((filter) => ({
    query: customersListQuery(ENV, filter, NOW),
    search: customersSearchQuery(ENV, filter),
  }));
}

/** What a customer's own page asks besides. */
export function customerPageQueries(): QueryDescription[] {
  const { orderBy: _order, ...counted } = customerLicensesQuery(ENV, 'c');
  return [
    ...[customersQuery(ENV, 'abc')].filter((query) => query !== null),
    customerDevicesQuery(ENV, 'c'),
    customerHistoryQuery(ENV, 'c'),
    ownedCountQuery(ENV, 'licenses', 'c'),
    { ...counted, limit: 500 },
  ];
}

function inEveryOrder<Filter extends { readonly sort: { readonly key: string } }>(
  filters: readonly Omit<Filter, 'sort'>[],
  keys: readonly Filter['sort']['key'][],
): Filter[] {
  return filters.flatMap((filter) =>
    keys.flatMap((key) =>
      DIRECTIONS.map((direction) => ({ ...filter, sort: { key, direction } }) as unknown as Filter),
    ),
  );
}
