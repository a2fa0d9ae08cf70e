import * as z from 'zod';
import { MAX_ISSUE } from '../contract/contract.ts';
import { ENVIRONMENTS } from '../environment.ts';
import { LICENSE_STATUSES } from '../license/license.ts';
import { trimmedText } from './text.ts';

/** What a partner asks for: licenses of the contract whose key comes along. */
export const ContractLicensesRequest = z.strictObject({
  quantity: z.int().min(1).max(MAX_ISSUE).default(1).describe('How many licenses, all or none of them.'),
  customer: z
    .strictObject({
      email: z.email().max(254).describe('Where the invitation to the portal goes.'),
      name: trimmedText(255, 1).optional().describe('For a customer who is new; known ones keep theirs.'),
    })
    .optional()
    .describe('Every license is assigned to this customer at once; without one they are available.'),
});
export type ContractLicensesRequest = z.infer<typeof ContractLicensesRequest>;

export const IssuedLicense = z.strictObject({
  id: z.string().describe('Names the license, also in tokens.'),
  key: z.string().describe('The license key, for the customer.'),
  product: z
    .strictObject({
      id: z.string().describe('Names the product.'),
      name: z.string().describe('As people know it.'),
    })
    .describe('What it licenses.'),
  environment: z.enum(ENVIRONMENTS).describe('Where it works, and nowhere else.'),
  status: z.enum(LICENSE_STATUSES).describe('"assigned" with a customer, else "available".'),
  expiresAt: z.iso.datetime().nullable().describe('null: Lifetime, or not started yet.'),
  activationLimit: z.int().describe('Devices at the same time; -1 = unlimited.'),
  customerEmail: z.string().nullable().describe('Whose it is.'),
});
export type IssuedLicense = z.infer<typeof IssuedLicense>;

export const ContractLicensesAnswer = z.strictObject({
  issued: z.boolean().describe('Whether the licenses were issued; otherwise nothing has changed.'),
  code: z.string().describe('ISSUED, or why not: CONTRACT_INACTIVE, CONTRACT_EXPIRED, QUOTA_EXCEEDED …'),
  reason: z.string().describe('The same in one sentence.'),
  serverTime: z.iso.datetime().describe('The clock that decided.'),
  licenses: z.array(IssuedLicense).describe('What was issued; empty when nothing was.'),
  contract: z
    .strictObject({
      id: z.string().describe('Names the contract.'),
      quota: z.int().describe('Licenses in all.'),
      used: z.int().describe('Issued so far, these included.'),
      remaining: z.int().describe('What is left.'),
      expiresAt: z.iso.datetime().nullable().describe('When the contract ends; null = never.'),
    })
    .describe('How the contract stands after this call.'),
});
export type ContractLicensesAnswer = z.infer<typeof ContractLicensesAnswer>;
