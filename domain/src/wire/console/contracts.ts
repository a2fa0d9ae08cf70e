import * as z from 'zod';
import { CONTRACT_TYPES } from '../../contract/contract.ts';
import { MAX_FORM_QUANTITY } from '../../generator/batch.ts';
import { trimmedText } from '../text.ts';
import { activationLimit, customer, environment, expiry, jsonObject, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

const name = trimmedText(100, 3);
const rates = z.strictObject({ perMinute: z.int(), perHour: z.int(), perDay: z.int() });

/** Numbers are bounded by the decision, whose sentence says how. */
export const contractFacts = z.strictObject({
  name,
  generatorId: recordId,
  quota: z.int(),
  activationLimit: activationLimit.nullable(),
  features: jsonObject.nullable().meta({ type: ['object', 'null'], additionalProperties: true }),
  expiresAt: expiry,
  rates,
});

export const CreateContractRequest = z.strictObject({
  environment,
  type: z.enum(CONTRACT_TYPES),
  productId: recordId,
  facts: contractFacts,
});
export type CreateContractRequest = z.infer<typeof CreateContractRequest>;
export const CreateContractAnswer = outcome({ contractId: z.string() });
export type CreateContractAnswer = z.infer<typeof CreateContractAnswer>;

export const ContractCommandInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('edit'), revision: z.int().nullable(), changes: contractFacts.partial() }),
  z.strictObject({ type: z.enum(['activate', 'inactivate']) }),
  z.strictObject({ type: z.literal('delete'), confirmation: z.string().max(120) }),
]);
export type ContractCommandInput = z.infer<typeof ContractCommandInput>;

export const CommandContractRequest = z.strictObject({
  environment,
  contractId: recordId,
  command: ContractCommandInput,
});
export type CommandContractRequest = z.infer<typeof CommandContractRequest>;
export const CommandContractAnswer = outcome({});
export type CommandContractAnswer = z.infer<typeof CommandContractAnswer>;

/** A new key in place of the old one, or none at all. */
export const ContractKeyRequest = z.strictObject({
  environment,
  contractId: recordId,
  action: z.enum(['rotate', 'revoke']),
});
export type ContractKeyRequest = z.infer<typeof ContractKeyRequest>;
/** The whole key, this once; null after revoking. */
export const ContractKeyAnswer = outcome({ key: z.string().nullable() });
export type ContractKeyAnswer = z.infer<typeof ContractKeyAnswer>;

export const IssueFromContractRequest = z.strictObject({
  environment,
  contractId: recordId,
  quantity: z.int().min(1).max(MAX_FORM_QUANTITY),
  customer: customer.optional(),
  /** Chosen by the form when it opens: asking again after a lost answer issues nothing twice. */
  requestKey: z.string().regex(/^[A-Za-z0-9-]{16,64}$/, { error: 'is not a request key' }),
});
export type IssueFromContractRequest = z.infer<typeof IssueFromContractRequest>;
/** Up to 100 are issued at once; for more a job is started that does. */
export const IssueFromContractAnswer = outcome({ issued: z.int(), jobId: z.string().nullable() });
export type IssueFromContractAnswer = z.infer<typeof IssueFromContractAnswer>;
