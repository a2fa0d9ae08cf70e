/** Why nothing was done about an API key. Stable codes; nothing has changed. */
export type ApiKeyRefusalCode =
  | 'NOT_FOUND'
  | 'NO_PERMISSION'
  | 'NOT_YOURS_TO_GIVE'
  | 'TOO_MANY_KEYS'
  | 'RATE_OUT_OF_RANGE'
  | 'ADDRESS_INVALID'
  | 'EXPIRY_NOT_FUTURE'
  | 'OVERLAP_OUT_OF_RANGE'
  | 'KEY_ENDED'
  | 'KEY_IN_USE'
  | 'CHANGED_MEANWHILE';

export interface ApiKeyRefusal {
  readonly ok: false;
  readonly code: ApiKeyRefusalCode;
  /** One sentence for the person who asked: what is wrong and what to do. */
  readonly reason: string;
}

export function refuseApiKey(code: ApiKeyRefusalCode, reason: string): ApiKeyRefusal {
  return { ok: false, code, reason };
}
