import * as z from 'zod';
import { ENVIRONMENTS } from '../../environment.ts';
import { MAX_JOB_QUANTITY } from '../../generator/batch.ts';
import { LICENSE_STATUSES } from '../../license/license.ts';
import { queryTokens } from '../../search/tokens.ts';
import { licenseChanges } from '../console/commandLicense.ts';
import { customer, email, expiry, optionalName, reason, recordId } from '../console/fields.ts';
import { validity } from '../console/generatorFields.ts';
import { IssueLicenseRequest } from '../console/issueLicense.ts';
import { BulkCommandInput, LicenseSelectionInput } from '../console/startJob.ts';
import { OFFLINE_FILE_NAME, OfflineFile } from '../offlineFile.ts';
import { trimmedText } from '../text.ts';
import { id, isoTime, paging } from './common.ts';

const json = z.record(z.string(), z.unknown());

/** A license as lists show it: never with its key, of which the first eight characters tell enough. */
export const LicenseRow = z.strictObject({
  id,
  environment: z.enum(ENVIRONMENTS),
  keyHint: z.string(),
  status: z.enum(LICENSE_STATUSES),
  statusChangedAt: isoTime,
  publicReason: z.string().nullable(),
  product: z.strictObject({ id, name: z.string() }),
  generatorId: id.nullable(),
  contractId: id.nullable(),
  customer: z.strictObject({ id, email: z.string().nullable(), name: z.string().nullable() }).nullable(),
  activationLimit: z.int(),
  activationCount: z.int(),
  expiresAt: isoTime.nullable(),
  effectiveExpiresAt: isoTime.nullable(),
  inGrace: z.boolean(),
  graceDays: z.int(),
  graceInherited: z.boolean(),
  validity,
  features: json,
  renewedFromId: id.nullable(),
  renewedToId: id.nullable(),
  createdAt: isoTime,
  updatedAt: isoTime,
  assignedAt: isoTime.nullable(),
  activatedAt: isoTime.nullable(),
  revision: z.int(),
});
export type LicenseRow = z.infer<typeof LicenseRow>;

/** The whole of it. */
export const ManagedLicense = LicenseRow.extend({
  key: z.string().nullable(),
  metadata: json,
  internalNote: z.string().nullable(),
});
export type ManagedLicense = z.infer<typeof ManagedLicense>;

export const ListLicenses = z.strictObject({
  ...paging,
  status: z.enum(LICENSE_STATUSES).optional(),
  productId: recordId.optional(),
  customerId: recordId.optional(),
  contractId: recordId.optional(),
  createdSince: z.iso.datetime().optional(),
  search: trimmedText(254)
    .refine((text) => queryTokens(text).length > 0, { error: 'must be at least 2 characters' })
    .optional(),
});

export const CreateLicense = IssueLicenseRequest.omit({ environment: true });
export const EditLicense = licenseChanges.extend({ customer: customer.optional() });

const named = z.strictObject({ email, name: optionalName.optional() });
export const OwnerOfLicense = z.strictObject({ customer: named });
export const WhyStopped = z.strictObject({
  publicReason: reason.nullable().default(null),
  note: reason.nullable().default(null),
});
export const RenewLicense = z.strictObject({ expiresAt: expiry.optional() });
export const Renewed = z.strictObject({ renewedTo: ManagedLicense });

/** Bound to a device when one is named. */
export const AskOfflineFile = z.strictObject({ activationId: recordId.optional() });
export const IssuedOfflineFile = z.strictObject({
  fileName: z.literal(OFFLINE_FILE_NAME),
  file: OfflineFile,
});

export const BulkCreate = z.strictObject({
  generatorId: recordId,
  quantity: z.int().min(1).max(MAX_JOB_QUANTITY),
});
export const BulkCommandLicenses = z.strictObject({
  command: BulkCommandInput,
  selection: LicenseSelectionInput,
  /** Needed for delete and revoke: no more than these are touched. */
  confirmedCount: z.int().min(1).max(1_000_000).optional(),
});
export const StartedJob = z.strictObject({ jobId: id });
