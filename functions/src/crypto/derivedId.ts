import { hash } from 'node:crypto';

/**
 * Id of a record that comes into being once for a text, however often it is asked for: `d` and 26 characters
 * (156 bits) of its SHA-256. Evenly spread, unlike a number at the end of a common beginning, so that many of
 * them at once do not meet at one place of Firestore's key space.
 */
export function derivedId(text: string): string {
  return `d${hash('sha256', text, 'base64url').slice(0, 26)}`;
}
