import { effectiveExpiresAt } from '../license/expiry.ts';
import type { CheckAction } from '../license/validation.ts';
import type { VerdictCode } from '../license/codes.ts';
import { FACELESS_CODES, isOk } from '../license/codes.ts';
import type { License } from '../license/license.ts';
import type { JsonObject } from '../json.ts';

const LEASE_SECONDS = 24 * 60 * 60;
const REFUSAL_SECONDS = 5 * 60;

/** Claims of the answer's token (contract.md): what shipped software verifies offline. */
export interface TokenClaims {
  readonly iss: 'latchkey';
  readonly sub?: string;
  readonly aud?: string;
  readonly iat: number;
  readonly exp: number;
  readonly env: string;
  readonly act: CheckAction;
  readonly ok: boolean;
  readonly code: VerdictCode;
  readonly nonce?: string;
  readonly dev?: string;
  readonly features?: JsonObject;
  readonly lim?: number;
}

export interface TokenSubject {
  readonly action: CheckAction;
  readonly code: VerdictCode;
  readonly environment: string;
  readonly nonce: string | null;
  /** base64url SHA-256 of the identifier's text, or null when none was given. */
  readonly deviceHash: string | null;
  /** null for codes that say nothing about a license. */
  readonly license: License | null;
}

/** Lives 24 hours at most and never past the effective expiry; a refusal lives 5 minutes. */
export function tokenClaims(subject: TokenSubject, now: Date): TokenClaims {
  const { code } = subject;
  const license = FACELESS_CODES.includes(code) ? null : subject.license;
  const iat = Math.floor(now.getTime() / 1000);
  const ok = isOk(code);
  const end = ok && license ? effectiveExpiresAt(license) : null;
  const latest = iat + (ok ? LEASE_SECONDS : REFUSAL_SECONDS);
  return {
    iss: 'latchkey',
    ...(license && { sub: license.id, aud: license.productId }),
    iat,
    exp: end === null ? latest : Math.min(latest, Math.floor(end.getTime() / 1000)),
    env: subject.environment,
    act: subject.action,
    ok,
    code,
    ...(subject.nonce !== null && { nonce: subject.nonce }),
    ...(subject.deviceHash !== null && { dev: subject.deviceHash }),
    ...(license && { features: license.features, lim: license.activationLimit }),
  };
}
