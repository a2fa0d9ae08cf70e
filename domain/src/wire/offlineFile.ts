import * as z from 'zod';
import type { JsonObject } from '../json.ts';
import { effectiveExpiresAt } from '../license/expiry.ts';
import type { License } from '../license/license.ts';

export const OFFLINE_FILE_NAME = 'latchkey-license.json';
/** `typ` of the protected header: a token of an answer never passes for a file, nor a file for one. */
export const OFFLINE_FILE_TYPE = 'latchkey-license+jws';

/** The file: a flattened JWS (RFC 7515, 7.2.2). */
export const OfflineFile = z.strictObject({
  payload: z.string(),
  protected: z.string(),
  signature: z.string(),
});
export type OfflineFile = z.infer<typeof OfflineFile>;

/** Claims of the payload (contract.md); times in seconds. */
export interface OfflineClaims {
  readonly iss: 'latchkey';
  readonly sub: string;
  readonly aud: string;
  readonly env: string;
  readonly iat: number;
  readonly exp: number;
  readonly lim: number;
  readonly features: JsonObject;
  readonly dev?: string;
  readonly name: string;
}

export interface OfflineSubject {
  readonly license: License;
  /** base64url SHA-256 of the identifier's text, or null when the file is bound to no device. */
  readonly deviceHash: string | null;
  /** How long the file works, unless the license ends before. */
  readonly hours: number;
}

/** Lives `hours` and never past the effective expiry. */
export function offlineClaims({ license, deviceHash, hours }: OfflineSubject, now: Date): OfflineClaims {
  const iat = Math.floor(now.getTime() / 1000);
  const latest = iat + hours * 60 * 60;
  const end = effectiveExpiresAt(license);
  return {
    iss: 'latchkey',
    sub: license.id,
    aud: license.productId,
    env: license.environment,
    iat,
    exp: end === null ? latest : Math.min(latest, Math.floor(end.getTime() / 1000)),
    lim: license.activationLimit,
    features: license.features,
    ...(deviceHash !== null && { dev: deviceHash }),
    name: license.productName,
  };
}
