import * as z from 'zod';
import { checkJson } from '../../license/edit.ts';
import { foldKey } from '../../key/fold.ts';
import { MAX_IMPORT_ROWS } from '../../import/subjects.ts';
import { trimmedText } from '../text.ts';
import { activationLimit, email, expiry, jsonObject, personName } from './fields.ts';

/**
 * Letters and digits of a key made elsewhere. Its first 8 characters are shown in lists and history, so that
 * there have to be some more; 12 of 36 symbols are 62 bits.
 */
export const LEAST_OWN_KEY = 12;

/** The line of the file that the row begins on; the header is line 1. Quoted cells may span lines. */
const line = z.int().min(2).max(100_000_000);
const name = personName.min(1).optional();
/** An address as it is compared: surrounding blanks are no part of it. */
const address = z.string().trim().pipe(email);
const product = trimmedText(255, 1);
const reference = trimmedText(128, 1);
const someKey = trimmedText(128, 8);
const ownKey = someKey.refine((key) => foldKey(key).length >= LEAST_OWN_KEY, {
  error: `must have at least ${LEAST_OWN_KEY} letters and digits, as its first 8 are shown in lists`,
});
const smallJson = jsonObject.refine((value) => checkJson(value, 'METADATA_TOO_LARGE', '') === null, {
  error: 'may hold at most 10 KB of JSON',
});

export const LicenseImportRow = z
  .strictObject({
    line,
    key: ownKey.optional(),
    reference: reference.optional(),
    product,
    generator: trimmedText(255, 1).optional(),
    email: address.optional(),
    name,
    limit: activationLimit.optional(),
    /** ISO 8601 in UTC; null = Lifetime; absent = as the generator says. */
    expires: expiry.optional(),
    features: smallJson.optional(),
    metadata: smallJson.optional(),
  })
  .superRefine((row, context) => {
    if (row.key === undefined && row.reference === undefined) {
      const message =
        'is needed, or a reference of your own: without either the row could not be told again, and importing ' +
        'the file twice would make two licenses';
      context.addIssue({ code: 'custom', path: ['key'], message });
    }
    if (row.name !== undefined && row.email === undefined) {
      const message = 'is needed where there is a customer name: customers are told by it';
      context.addIssue({ code: 'custom', path: ['email'], message });
    }
  });
export type LicenseImportRow = z.infer<typeof LicenseImportRow>;

export const CustomerImportRow = z.strictObject({ line, email: address, name });
export type CustomerImportRow = z.infer<typeof CustomerImportRow>;

export const AssignmentImportRow = z
  .strictObject({
    line,
    key: someKey.optional(),
    product: product.optional(),
    reference: reference.optional(),
    email: address,
    name,
  })
  .superRefine((row, context) => {
    if (row.key !== undefined) return;
    if (row.product === undefined) {
      const message = 'is needed, or a product of which the next available license is taken';
      context.addIssue({ code: 'custom', path: ['key'], message });
    } else if (row.reference === undefined) {
      const message =
        'is needed beside a product: it takes one license, once, however often the file is imported';
      context.addIssue({ code: 'custom', path: ['reference'], message });
    }
  });
export type AssignmentImportRow = z.infer<typeof AssignmentImportRow>;

/** The schema of one row, for each kind of file: browser and server ask the same. */
export const IMPORT_ROW = {
  licenses: LicenseImportRow,
  customers: CustomerImportRow,
  assignments: AssignmentImportRow,
} as const;

/** Rows of a file; lines are larger than counts, but never more than these are counted. */
export const rowCount = z.int().min(1).max(MAX_IMPORT_ROWS);
