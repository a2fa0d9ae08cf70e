import { UNLIMITED, type License } from '@latchkey/domain/license/license';
import type { Column } from '../../ui/listTable.ts';

/** What the list of licenses can show; everything but the key may be switched off. */
export const TABLE_COLUMNS: readonly Column<License>[] = [
  { key: 'key', title: 'License key', width: '160px' },
  { key: 'product', title: 'Product', sortable: true, hideable: true },
  { key: 'productId', title: 'Product ID', width: '140px', hideable: true },
  { key: 'customer', title: 'Customer', sortable: true, hideable: true },
  { key: 'status', title: 'Status', width: '120px', sortable: true, hideable: true },
  { key: 'devices', title: 'Devices', width: '90px', numeric: true, hideable: true },
  {
    key: 'limit',
    title: 'Limit',
    width: '90px',
    numeric: true,
    sortable: true,
    hideable: true,
    text: ({ activationLimit: limit }) => (limit === UNLIMITED ? 'Unlimited' : limit.toLocaleString('en')),
  },
  {
    key: 'grace',
    title: 'Grace',
    width: '90px',
    numeric: true,
    hideable: true,
    text: ({ graceDays: days }) => (days === 1 ? '1 day' : `${days} days`),
  },
  { key: 'expires', title: 'Expires', width: '190px', sortable: true, hideable: true },
  { key: 'created', title: 'Created', width: '120px', sortable: true, hideable: true },
];

/** Off until somebody wants them: what the others say already, in short. */
export const HIDDEN_AT_FIRST = ['productId', 'limit', 'grace'];
