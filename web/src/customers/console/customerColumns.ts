import type { Customer } from '@latchkey/domain/customer/customer';
import type { ExportColumn } from '../../lists/export/exportFormat.ts';

/** What an export says of a customer, in this order. Times are ISO 8601 in UTC. */
export const CUSTOMER_COLUMNS: readonly ExportColumn<Customer>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'email', value: ({ email }) => email },
  { title: 'name', value: ({ name }) => name },
  { title: 'environment', value: ({ environment }) => environment },
  { title: 'status', value: ({ status }) => status },
  { title: 'joinedAt', value: ({ createdAt }) => createdAt.toISOString() },
  { title: 'invitedAt', value: ({ invitedAt }) => invitedAt?.toISOString() ?? null },
  { title: 'firstSignInAt', value: ({ firstSignInAt }) => firstSignInAt?.toISOString() ?? null },
  { title: 'lastSignInAt', value: ({ lastSignInAt }) => lastSignInAt?.toISOString() ?? null },
];

export const CUSTOMER_EXPORT_WARNING =
  'The file holds names and e-mail addresses. Keep it as carefully as the law where you are asks for.';
