/** Why nothing was done about a release. Stable codes; nothing has changed. */
export type ReleaseRefusalCode =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'PRODUCT_NOT_FOUND'
  | 'VERSION_INVALID'
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'UPLOAD_UNFINISHED'
  | 'UPLOAD_INCOMPLETE'
  | 'CHECKSUM_MISMATCH'
  | 'ALREADY_UPLOADED'
  | 'ALREADY_PUBLISHED'
  | 'NOT_PUBLISHED'
  | 'CONFIRMATION_MISMATCH'
  | 'CHANGED_MEANWHILE';

export interface ReleaseRefusal {
  readonly ok: false;
  readonly code: ReleaseRefusalCode;
  readonly reason: string;
}

export function refuseRelease(code: ReleaseRefusalCode, reason: string): ReleaseRefusal {
  return { ok: false, code, reason };
}

export function noSuchRelease(): ReleaseRefusal {
  return refuseRelease('NOT_FOUND', 'There is no such download in this environment.');
}

/**
 * The one answer to a customer for whatever is not theirs: unknown, somebody else's, withdrawn, switched off, or
 * of a license that no longer works. What differs is told on the page that lists what they have.
 */
export function notYours(): ReleaseRefusal {
  return refuseRelease(
    'NOT_FOUND',
    'This download is not available to you now. Reload the page to see what is.',
  );
}
