import * as z from 'zod';
import { ENVIRONMENTS } from '../../environment.ts';
import { CUSTOMER_STATUSES } from '../../customer/customer.ts';
import { email, optionalName } from '../console/fields.ts';
import { CUSTOMER_PARTS, ExportedRow } from '../console/exportCustomer.ts';
import { id, isoTime, paging } from './common.ts';

export const ManagedCustomer = z.strictObject({
  id,
  environment: z.enum(ENVIRONMENTS),
  email: z.string(),
  name: z.string().nullable(),
  status: z.enum(CUSTOMER_STATUSES),
  createdAt: isoTime,
  invitedAt: isoTime.nullable(),
  firstSignInAt: isoTime.nullable(),
  lastSignInAt: isoTime.nullable(),
});
export type ManagedCustomer = z.infer<typeof ManagedCustomer>;

export const ListCustomers = z.strictObject({
  ...paging,
  status: z.enum(CUSTOMER_STATUSES).optional(),
  email: email.optional(),
});
export const CreateCustomer = z.strictObject({ email, name: optionalName.optional() });
export const RenameCustomer = z.strictObject({ name: optionalName });
export const ExportPart = z.strictObject({
  part: z.enum(CUSTOMER_PARTS),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,199}$/, { error: 'is not a cursor' })
    .optional(),
});
export const ExportedPart = z.strictObject({ items: z.array(ExportedRow), next: z.string().nullable() });
