import * as z from 'zod';
import { CASE_STATUSES } from '../../abuse/case.ts';
import { ABUSE_RULE_NAMES } from '../../abuse/rules.ts';
import { ENVIRONMENTS } from '../../environment.ts';
import { TryAbuseRulesRequest } from '../console/abuse.ts';
import { reason, recordId } from '../console/fields.ts';
import { id, isoTime, paging } from './common.ts';

export const ManagedCase = z.strictObject({
  id,
  environment: z.enum(ENVIRONMENTS),
  licenseId: id,
  keyHint: z.string(),
  product: z.strictObject({ id, name: z.string() }),
  customerId: id.nullable(),
  rule: z.enum(ABUSE_RULE_NAMES),
  status: z.enum(CASE_STATUSES),
  count: z.int(),
  threshold: z.int(),
  windowMs: z.int(),
  points: z.int(),
  score: z.int(),
  windowFrom: isoTime,
  windowTo: isoTime,
  slices: z.array(z.strictObject({ at: isoTime, count: z.int() })),
  devices: z.array(id),
  countries: z.array(z.string()),
  detectedAt: isoTime,
  updatedAt: isoTime,
  suspendedAt: isoTime.nullable(),
  reviewer: z.string().nullable(),
  decidedAt: isoTime.nullable(),
  decidedBy: z.string().nullable(),
  note: z.string().nullable(),
});
export type ManagedCase = z.infer<typeof ManagedCase>;

export const ListCases = z.strictObject({
  ...paging,
  status: z.enum(CASE_STATUSES).optional(),
  rule: z.enum(ABUSE_RULE_NAMES).optional(),
  licenseId: recordId.optional(),
  productId: recordId.optional(),
});
/** With a public reason, the license is suspended with the decision. */
export const ConfirmCase = z.strictObject({ note: reason, suspend: reason.nullable().default(null) });
export const DismissCase = z.strictObject({ note: reason, unsuspend: z.boolean().default(false) });
export const TryRules = TryAbuseRulesRequest.pick({ values: true });
