import * as z from 'zod';
import { ENVIRONMENTS } from '../../environment.ts';
import { MAIL_KINDS } from '../../mail/kinds.ts';
import { MAIL_STATUSES } from '../../mail/record.ts';
import { id, isoTime, paging } from './common.ts';

/** What became of a mail; never its text, never a key. */
export const ManagedMail = z.strictObject({
  id,
  environment: z.enum(ENVIRONMENTS),
  kind: z.enum(MAIL_KINDS),
  to: z.string(),
  customerId: id.nullable(),
  licenseId: id.nullable(),
  keyHint: z.string().nullable(),
  status: z.enum(MAIL_STATUSES),
  tries: z.int(),
  createdAt: isoTime,
  updatedAt: isoTime,
  sentAt: isoTime.nullable(),
  problem: z.string().nullable(),
});
export type ManagedMail = z.infer<typeof ManagedMail>;

export const ListMails = z.strictObject({ ...paging, status: z.enum(MAIL_STATUSES).optional() });
