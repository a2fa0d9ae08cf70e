import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { SORT_KEYS, type LicenseFilter } from '../../../web/src/licenses/console/licenseFilter.ts';
import { licenseSearchQuery, licensesQuery } from '../../../web/src/licenses/console/licenseQuery.ts';
import type { AskedList } from './customerQueries.ts';

const ENV = 'production';
const DIRECTIONS = ['asc', 'desc'] as const;

/** Every filter of the license list in every order. */
export function licenseFilters(): LicenseFilter[] {
  const filters = [null, ...LICENSE_STATUSES].flatMap((status) =>
    [null, 'p'].flatMap((productId) =>
      [null, '7d' as const].map((created) => ({ search: '', status, productId, created })),
    ),
  );
  return filters.flatMap((filter) =>
    SORT_KEYS.flatMap((key) => DIRECTIONS.map((direction) => ({ ...filter, sort: { key, direction } }))),
  );
}

/** The same as they are asked for, each with a text of pieces and one that ends an address. */
export function licenseLists(): AskedList[] {
  return licenseFilters().flatMap((filter) =>
    ['ab', '@example.com'].map((search) => ({
      query: licensesQuery(ENV, filter, new Date(0)),
      search: licenseSearchQuery(ENV, { ...filter, search }),
    })),
  );
}
