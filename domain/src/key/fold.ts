/** The one hint of a key that may leave the key's own record. */
export const KEY_HINT_LENGTH = 8;

/** Look-up form: upper case, without spaces and `- _ .` (decisions.md, Keys). */
export function foldKey(key: string): string {
  return key.replace(/[\s\-_.]/g, '').toUpperCase();
}

export function keyHint(key: string): string {
  return key.slice(0, KEY_HINT_LENGTH);
}

/** What a person types to confirm an irreversible act. */
export function keyTail(key: string): string {
  return key.slice(-4);
}
