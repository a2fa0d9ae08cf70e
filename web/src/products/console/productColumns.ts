import type { Product } from '@latchkey/domain/product/product';
import type { ExportColumn } from '../../lists/export/exportFormat.ts';
import type { Column } from '../../ui/listTable.ts';

export const PRODUCT_COLUMNS: readonly Column<Product>[] = [
  { key: 'name', title: 'Product', sortable: true },
  { key: 'status', title: 'Status', width: '130px' },
  { key: 'kind', title: 'Licensed by', width: '130px' },
  { key: 'licenses', title: 'Licenses', width: '100px', numeric: true },
  { key: 'updated', title: 'Changed', width: '130px', sortable: true },
  { key: 'created', title: 'Created', width: '130px', sortable: true },
];

/** What an export says of a product, in this order. Times are ISO 8601 in UTC. */
export const PRODUCT_EXPORT: readonly ExportColumn<Product>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'name', value: ({ name }) => name },
  { title: 'description', value: ({ description }) => description },
  { title: 'environment', value: ({ environment }) => environment },
  { title: 'status', value: ({ status }) => status },
  { title: 'identifierType', value: ({ identifierType }) => identifierType },
  { title: 'requireIdentifier', value: ({ requireIdentifier }) => requireIdentifier },
  { title: 'offlineAllowed', value: ({ offlineAllowed }) => offlineAllowed },
  { title: 'downloadsAllowed', value: ({ downloadsAllowed }) => downloadsAllowed },
  { title: 'emailOnAssign', value: ({ emailOnAssign }) => emailOnAssign },
  { title: 'features', value: ({ features }) => features.map((feature) => ({ ...feature })) },
  { title: 'createdAt', value: ({ createdAt }) => createdAt.toISOString() },
  { title: 'updatedAt', value: ({ updatedAt }) => updatedAt.toISOString() },
];
