import type { ApiPermission } from '../access/apiPermissions.ts';
import type { Environment } from '../environment.ts';

export const MAX_API_KEYS = 100;
export const MAX_KEY_PRODUCTS = 20;
export const MAX_KEY_ADDRESSES = 20;
export const DEFAULT_KEY_RATE = 120;
export const MAX_KEY_RATE = 6_000;
/** For so long an old key may go on beside its successor. */
export const MAX_OVERLAP_HOURS = 168;

/** What a form fills in. */
export interface ApiKeyFacts {
  readonly name: string;
  readonly permissions: readonly ApiPermission[];
  /** The only products whose licenses, devices and generators it reaches; null = everything. */
  readonly productIds: readonly string[] | null;
  /** Addresses and networks that it is used from; null = any. */
  readonly addresses: readonly string[] | null;
  /** Requests a minute, as one instance counts them. */
  readonly perMinute: number;
  /** It works until then; null = until it is revoked. */
  readonly expiresAt: Date | null;
}

/** environments/{env}/apiKeys/{id}, which no client reads: a program's way into the management API. */
export interface ApiKey extends ApiKeyFacts {
  readonly id: string;
  readonly environment: Environment;
  /** The first characters; the key itself is nowhere. */
  readonly hint: string;
  /** Keyed hash of the key. */
  readonly keyHash: string;
  readonly madeAt: Date;
  /** The key before this one, while it still works. */
  readonly old: {
    readonly hint: string;
    readonly keyHash: string;
    readonly until: Date;
  } | null;
  /** Written once an hour at most. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly createdAt: Date;
  /** Whoever made it, by name. */
  readonly createdBy: string;
  readonly revision: number;
}

export type ApiKeyState = 'active' | 'expired' | 'revoked';

export function apiKeyState(
  { revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>,
  now: Date,
): ApiKeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt.getTime() <= now.getTime() ? 'expired' : 'active';
}

/** Whether the key that was presented, by its hash, opens anything now. */
export function opens(apiKey: ApiKey, keyHash: string, now: Date): boolean {
  if (apiKeyState(apiKey, now) !== 'active') return false;
  const { old } = apiKey;
  return apiKey.keyHash === keyHash || (old?.keyHash === keyHash && old.until.getTime() > now.getTime());
}

const HOUR = 60 * 60 * 1_000;

/** Whether "last used" is old enough to be written anew. */
export function isUseToNote({ lastUsedAt }: Pick<ApiKey, 'lastUsedAt'>, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= HOUR;
}
