import type { AbuseCase } from '@latchkey/domain/abuse/case';
import type { ExportColumn } from '../lists/export/exportFormat.ts';
import type { Column } from '../ui/listTable.ts';
import { briefWords, ruleTitle } from './caseLook.ts';

export const CASE_COLUMNS: readonly Column<AbuseCase>[] = [
  { key: 'license', title: 'License', width: '130px' },
  { key: 'product', title: 'Product', text: (row) => row.productName },
  { key: 'rule', title: 'Rule', text: ruleTitle },
  { key: 'seen', title: 'Seen', width: '150px', text: briefWords },
  { key: 'score', title: 'Score', width: '90px', numeric: true, sortable: true },
  { key: 'status', title: 'Status', width: '130px' },
  { key: 'reviewer', title: 'Reviewer', width: '140px', text: ({ reviewer }) => reviewer?.name ?? '—' },
  { key: 'detected', title: 'Found', width: '120px', sortable: true },
];

/** What an export says of a case, in this order. Times are ISO 8601 in UTC; of the key the hint. */
export const CASE_EXPORT: readonly ExportColumn<AbuseCase>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'licenseId', value: ({ licenseId }) => licenseId },
  { title: 'keyHint', value: ({ keyHint }) => keyHint },
  { title: 'productId', value: ({ productId }) => productId },
  { title: 'customerId', value: ({ customerId }) => customerId },
  { title: 'rule', value: ({ rule }) => rule },
  { title: 'status', value: ({ status }) => status },
  { title: 'count', value: ({ count }) => count },
  { title: 'threshold', value: ({ threshold }) => threshold },
  { title: 'windowHours', value: ({ windowMs }) => windowMs / 3_600_000 },
  { title: 'points', value: ({ points }) => points },
  { title: 'score', value: ({ score }) => score },
  { title: 'detectedAt', value: ({ detectedAt }) => detectedAt.toISOString() },
  { title: 'suspendedAt', value: ({ suspendedAt }) => suspendedAt?.toISOString() ?? null },
  { title: 'reviewer', value: ({ reviewer }) => reviewer?.name ?? null },
  { title: 'decidedAt', value: ({ decidedAt }) => decidedAt?.toISOString() ?? null },
  { title: 'decidedBy', value: ({ decidedBy }) => decidedBy },
  { title: 'note', value: ({ note }) => note },
];
