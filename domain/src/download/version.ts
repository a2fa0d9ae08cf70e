const VERSION = /^[A-Za-z0-9][A-Za-z0-9.+_-]{0,39}$/;

/** "3.2", "3.2.1-beta.2", "2026.11", "v4": letters, digits and `. + _ -`, up to 40 characters. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

const DIGITS = 10;

/**
 * The version as a text that sorts as versions do: numbers by value, and "3.2-beta" before "3.2" before
 * "3.2.1". A version that begins with "v" is the same without it.
 */
export function versionOrder(version: string): string {
  const [, main = '', rest] = /^v?([^-]*)(?:-(.*))?$/i.exec(version.toLowerCase()) ?? [];
  // "!" sorts before "#", and both before "." and all letters.
  return rest === undefined ? `${padded(main)}#` : `${padded(main)}!${padded(rest)}`;
}

function padded(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));
}
