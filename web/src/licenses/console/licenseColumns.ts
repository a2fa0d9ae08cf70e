import { describeValidity } from '@latchkey/domain/generator/validity';
import { effectiveState } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import type { ExportColumn } from '../../lists/export/exportFormat.ts';
import { limitColumn } from '../../lists/export/limitColumn.ts';

/** What an export says of a license, in this order. Times are ISO 8601 in UTC. */
export const LICENSE_COLUMNS: readonly ExportColumn<License>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'key', value: ({ key }) => key },
  { title: 'productId', value: ({ productId }) => productId },
  { title: 'productName', value: ({ productName }) => productName },
  { title: 'environment', value: ({ environment }) => environment },
  // By the clock, as every list shows it.
  { title: 'status', value: effectiveState },
  // As stored, which is what lists filter by: time may have passed it by a few minutes.
  { title: 'storedStatus', value: ({ status }) => status },
  { title: 'customerEmail', value: ({ customerEmail }) => customerEmail },
  { title: 'customerName', value: ({ customerName }) => customerName },
  limitColumn(),
  { title: 'activationCount', value: ({ activationCount }) => activationCount },
  { title: 'expires', value: expires },
  { title: 'graceDays', value: ({ graceDays }) => graceDays },
  { title: 'createdAt', value: ({ createdAt }) => createdAt.toISOString() },
  { title: 'features', value: ({ features }) => features },
];

export const LICENSE_EXPORT_WARNING =
  'The file holds whole license keys and customers’ addresses. Keep it as you keep a password.';

/** A date, "Lifetime", or "30 days from assignment" while it has not begun. */
function expires({ expiresAt, validity }: License): string {
  if (expiresAt !== null) return expiresAt.toISOString();
  return validity === null ? 'Lifetime' : describeValidity(validity);
}
