import type { Activation } from '@latchkey/domain/activation/activation';
import { ownerWords } from '@latchkey/domain/customer/customer';
import type { ExportColumn } from '../../lists/export/exportFormat.ts';

/** What an export says of a device, in this order. Times are ISO 8601 in UTC. */
export const DEVICE_COLUMNS: readonly ExportColumn<Activation>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'licenseId', value: ({ licenseId }) => licenseId },
  { title: 'keyHint', value: ({ keyHint }) => keyHint },
  { title: 'productId', value: ({ productId }) => productId },
  { title: 'productName', value: ({ productName }) => productName },
  { title: 'environment', value: ({ environment }) => environment },
  { title: 'type', value: ({ identifierType }) => identifierType },
  { title: 'identifier', value: ({ identifier }) => identifier },
  { title: 'label', value: ({ label }) => label },
  { title: 'appVersion', value: ({ appVersion }) => appVersion },
  { title: 'customerName', value: ownerWords },
  { title: 'customerEmail', value: ({ customerEmail }) => customerEmail },
  { title: 'status', value: ({ status }) => status },
  { title: 'activatedAt', value: ({ activatedAt }) => activatedAt.toISOString() },
  { title: 'deactivatedAt', value: ({ deactivatedAt }) => deactivatedAt?.toISOString() ?? null },
  { title: 'lastSeenAt', value: ({ lastSeenAt }) => lastSeenAt?.toISOString() ?? null },
];

export const DEVICE_EXPORT_WARNING =
  'The file holds customers’ names and addresses and the identifiers of their devices. Keep it with care.';
