export const IDENTIFIER_TYPES = ['hardware', 'domain'] as const;
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

export const MAX_IDENTIFIER_LENGTH = 255;

/** A device as software names it, already in its normal form. */
export interface Identifier {
  readonly type: IdentifierType;
  readonly value: string;
}

/**
 * The normal form in which identifiers are stored and compared, or null when the text has none.
 * Hardware IDs: byte for byte after trimming. Domains: lower case, punycode, without scheme, user,
 * port, path, trailing dot or leading `www.` (decisions.md, Activations).
 */
export function normaliseIdentifier(type: IdentifierType, text: string): string | null {
  const value = type === 'domain' ? normaliseDomain(text) : text.trim();
  return value !== null && value.length >= 1 && value.length <= MAX_IDENTIFIER_LENGTH ? value : null;
}

/** The text whose hash names a device in tokens and record ids. */
export function identifierText(identifier: Identifier): string {
  return `${identifier.type}:${identifier.value}`;
}

function normaliseDomain(text: string): string | null {
  const withoutScheme = text
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^\/\//, '');
  // The URL parser would take the first path segment for the host.
  if (/^[/\\]/.test(withoutScheme)) return null;
  let host: string;
  try {
    // http is one of the schemes for which the URL standard lower-cases and punycodes the host.
    host = new URL(`http://${withoutScheme}`).hostname;
  } catch {
    return null;
  }
  const bare = host.replace(/\.$/, '').replace(/^(www\.)+/, '');
  // "a..b" names nothing, and without its dots it could become the name of something else.
  return bare.split('.').includes('') ? null : bare;
}
