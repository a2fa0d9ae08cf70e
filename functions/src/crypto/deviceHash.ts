import { hash } from 'node:crypto';

/**
 * The `dev` claim: base64url SHA-256 of `identifierType + ":" + normalised identifier`. Shipped
 * software computes the same from its own identifier, so it is neither keyed nor salted.
 * @param identifierText the identifier with its type (domain/activation/identifier)
 */
export function deviceHash(identifierText: string): string {
  return hash('sha256', identifierText, 'base64url');
}
