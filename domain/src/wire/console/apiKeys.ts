import * as z from 'zod';
import { API_PERMISSIONS } from '../../access/apiPermissions.ts';
import type { ApiKey } from '../../apiKey/apiKey.ts';
import { MAX_KEY_ADDRESSES, MAX_KEY_PRODUCTS, MAX_KEY_RATE, MAX_OVERLAP_HOURS } from '../../apiKey/apiKey.ts';
import { isNetwork } from '../../apiKey/addresses.ts';
import { trimmedText } from '../text.ts';
import { environment, expiry, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

const address = z.string().trim().max(50).refine(isNetwork, {
  error: 'must be like 203.0.113.7, 203.0.113.0/24 or 2001:db8::/48',
});

export const apiKeyFacts = z.strictObject({
  name: trimmedText(100, 3),
  permissions: z
    .array(z.enum(API_PERMISSIONS))
    .min(1, { error: 'choose at least one' })
    .max(API_PERMISSIONS.length)
    .transform((chosen) => API_PERMISSIONS.filter((permission) => chosen.includes(permission))),
  productIds: z.array(recordId).min(1).max(MAX_KEY_PRODUCTS).nullable(),
  addresses: z.array(address).min(1).max(MAX_KEY_ADDRESSES).nullable(),
  perMinute: z.int().min(1).max(MAX_KEY_RATE),
  expiresAt: expiry,
});

export const ListApiKeysRequest = z.strictObject({ environment });
export type ListApiKeysRequest = z.infer<typeof ListApiKeysRequest>;

/** What the console sees of a key: all but its hashes. Dates are ISO 8601 texts. */
export interface ApiKeyView extends Omit<
  ApiKey,
  'keyHash' | 'old' | 'madeAt' | 'expiresAt' | 'lastUsedAt' | 'revokedAt' | 'createdAt'
> {
  readonly old: { readonly hint: string; readonly until: string } | null;
  readonly madeAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly createdAt: string;
}
export interface ListApiKeysAnswer {
  readonly apiKeys: readonly ApiKeyView[];
}

export const CreateApiKeyRequest = z.strictObject({ environment, facts: apiKeyFacts });
export type CreateApiKeyRequest = z.infer<typeof CreateApiKeyRequest>;
/** The whole key, this once. */
export const CreateApiKeyAnswer = outcome({ apiKeyId: z.string(), key: z.string() });
export type CreateApiKeyAnswer = z.infer<typeof CreateApiKeyAnswer>;

export const ApiKeyCommandInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('edit'), revision: z.int().nullable(), changes: apiKeyFacts.partial() }),
  z.strictObject({ type: z.literal('rotate'), overlapHours: z.int().min(0).max(MAX_OVERLAP_HOURS) }),
  z.strictObject({ type: z.enum(['revoke', 'delete']) }),
]);
export type ApiKeyCommandInput = z.infer<typeof ApiKeyCommandInput>;

export const CommandApiKeyRequest = z.strictObject({
  environment,
  apiKeyId: recordId,
  command: ApiKeyCommandInput,
});
export type CommandApiKeyRequest = z.infer<typeof CommandApiKeyRequest>;
/** `key` is the new one after rotating, told this once. */
export const CommandApiKeyAnswer = outcome({ key: z.string().nullable() });
export type CommandApiKeyAnswer = z.infer<typeof CommandApiKeyAnswer>;
