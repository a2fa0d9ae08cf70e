import type { Contract } from '@latchkey/domain/contract/contract';
import type { ExportColumn } from '../lists/export/exportFormat.ts';
import { limitColumn } from '../lists/export/limitColumn.ts';
import type { Column } from '../ui/listTable.ts';
import { TYPE_WORDS } from './contractLook.ts';

export const CONTRACT_COLUMNS: readonly Column<Contract>[] = [
  { key: 'name', title: 'Contract', sortable: true, text: (row) => row.name },
  { key: 'type', title: 'Type', width: '120px', text: (row) => TYPE_WORDS[row.type] },
  { key: 'product', title: 'Product', text: (row) => row.productName },
  { key: 'used', title: 'Used', width: '140px', numeric: true, sortable: true, text: usedWords },
  { key: 'status', title: 'Status', width: '130px' },
  { key: 'created', title: 'Created', width: '120px', sortable: true },
];

/** What an export says of a contract, in this order; of its API key the hint. Times are ISO 8601 in UTC. */
export const CONTRACT_EXPORT: readonly ExportColumn<Contract>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'name', value: ({ name }) => name },
  { title: 'environment', value: ({ environment }) => environment },
  { title: 'type', value: ({ type }) => type },
  { title: 'status', value: ({ status }) => status },
  { title: 'productId', value: ({ productId }) => productId },
  { title: 'productName', value: ({ productName }) => productName },
  { title: 'generatorId', value: ({ generatorId }) => generatorId },
  { title: 'generatorName', value: ({ generatorName }) => generatorName },
  { title: 'quota', value: ({ quota }) => quota },
  { title: 'used', value: ({ used }) => used },
  limitColumn(),
  { title: 'features', value: ({ features }) => features },
  { title: 'expiresAt', value: ({ expiresAt }) => expiresAt?.toISOString() ?? null },
  { title: 'keyHint', value: ({ keyHint }) => keyHint },
  { title: 'lastIssuedAt', value: ({ lastIssuedAt }) => lastIssuedAt?.toISOString() ?? null },
  { title: 'createdAt', value: ({ createdAt }) => createdAt.toISOString() },
];

/** "60 / 250" */
export function usedWords({ used, quota }: Pick<Contract, 'used' | 'quota'>): string {
  return `${used.toLocaleString('en')} / ${quota.toLocaleString('en')}`;
}
