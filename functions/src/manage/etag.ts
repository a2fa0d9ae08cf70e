import { ManageRefusal } from './refusal.ts';

/** A record's revision as an entity tag: it moves with every edit and command, not with devices. */
export function etagOf(revision: number): string {
  return `"r${revision}"`;
}

/**
 * The revision that If-Match asks for; null = none, or any.
 * @param taken whether the operation goes by it: one that does not must not seem to
 * @throws ManageRefusal 400, or 412 for a foreign tag
 */
export function revisionOf(ifMatch: string | null, taken: boolean): number | null {
  if (ifMatch === null) return null;
  if (!taken) {
    throw new ManageRefusal(
      'BAD_REQUEST',
      'If-Match goes with edits only: this operation does not heed it.',
      {
        errors: [{ path: 'If-Match', message: 'is not heeded here' }],
      },
    );
  }
  if (ifMatch.trim() === '*') return null;
  const text = ifMatch.trim();
  const revision = /^"r(\d{1,9})"$/.exec(text)?.[1];
  if (revision !== undefined) return Number(revision);
  if (/^(?:W\/)?"[^"]*"$/.test(text)) {
    throw new ManageRefusal('CHANGED_MEANWHILE', 'If-Match names no revision of this record. Read it again.');
  }
  throw new ManageRefusal('BAD_REQUEST', 'If-Match takes one ETag as it came, or *.', {
    errors: [{ path: 'If-Match', message: 'is not an ETag of this API' }],
  });
}
