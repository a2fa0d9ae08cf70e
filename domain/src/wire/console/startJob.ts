import * as z from 'zod';
import { confirmedNumber, MAX_PICKED, needsConfirmation } from '../../job/work.ts';
import { LICENSE_STATUSES } from '../../license/license.ts';
import { queryTokens } from '../../search/tokens.ts';
import { trimmedText } from '../text.ts';
import { customer, environment, reason, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

const note = reason.nullable();
/** Suspending and revoking: the customer has to be told why. */
const saidReason = reason.refine((text) => text !== '', { error: 'is needed: the customer sees it' });

export const BulkCommandInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('assign'), customer }),
  z.strictObject({ type: z.literal('inactivate'), publicReason: reason.nullable(), note }),
  z.strictObject({ type: z.literal('reactivate') }),
  z.strictObject({ type: z.literal('suspend'), publicReason: saidReason, note }),
  z.strictObject({ type: z.literal('unsuspend') }),
  z.strictObject({ type: z.literal('revoke'), publicReason: saidReason, note }),
  z.strictObject({ type: z.literal('delete') }),
]);
export type BulkCommandInput = z.infer<typeof BulkCommandInput>;

/** The list's filter as it stands; what is absent does not narrow. */
export const SelectedLicensesInput = z.strictObject({
  search: trimmedText(254)
    .refine((text) => queryTokens(text).length > 0, { error: 'must be at least 2 characters' })
    .optional(),
  status: z.enum(LICENSE_STATUSES).optional(),
  productId: recordId.optional(),
  /** ISO 8601 in UTC; this moment and later. */
  createdSince: z.iso.datetime().optional(),
});
export type SelectedLicensesInput = z.infer<typeof SelectedLicensesInput>;

export const LicenseSelectionInput = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('ids'),
    ids: z
      .array(recordId)
      .min(1)
      .max(MAX_PICKED)
      .refine((ids) => new Set(ids).size === ids.length, { error: 'must not name a license twice' }),
  }),
  z.strictObject({ by: z.literal('filter'), filter: SelectedLicensesInput }),
]);
export type LicenseSelectionInput = z.infer<typeof LicenseSelectionInput>;

/** One member for each kind of job; only those that people start by themselves are here. */
const bulkLicenses = z
  .strictObject({
    kind: z.literal('bulk-licenses'),
    command: BulkCommandInput,
    selection: LicenseSelectionInput,
    /**
     * The number of licenses as the person typed it. Needed for delete and revoke, where no more than these
     * are touched: a filter that finds more by then changes nothing.
     */
    confirmation: z.string().max(20).optional(),
  })
  .superRefine(({ command, confirmation }, context) => {
    if (!needsConfirmation(command.type)) return;
    if (confirmation !== undefined && confirmedNumber(confirmation) !== null) return;
    context.addIssue({ code: 'custom', path: ['confirmation'], message: 'must be the number of licenses' });
  });

export const StartJobRequest = z.strictObject({
  environment,
  work: z.discriminatedUnion('kind', [bulkLicenses]),
});
export type StartJobRequest = z.infer<typeof StartJobRequest>;

export const StartJobAnswer = outcome({ jobId: z.string() });
export type StartJobAnswer = z.infer<typeof StartJobAnswer>;
