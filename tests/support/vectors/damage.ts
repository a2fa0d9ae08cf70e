import type { Parts } from './keys.ts';

/** Order of the group of Ed25519 (RFC 8032, 5.1). */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** One part with its last bit, or that of the byte before `text`, the other way round. */
export function flipped(parts: Parts, part: keyof Parts, text?: string): Parts {
  const bytes = Buffer.from(parts[part], 'base64url');
  const at = text === undefined ? bytes.length - 1 : bytes.indexOf(text) - 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return { ...parts, [part]: bytes.toString('base64url') };
}

/** The same bytes in other letters: the last letter of a signature has four bits that say nothing. */
export function spareBits(parts: Parts): Parts {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = letters.indexOf(parts.signature.at(-1) ?? '');
  return { ...parts, signature: parts.signature.slice(0, -1) + (letters[last ^ 1] ?? '') };
}

/** Another signature for the same text, which a verifier that does not follow RFC 8032 lets pass. */
export function stretched(parts: Parts): Parts {
  const bytes = Buffer.from(parts.signature, 'base64url');
  const scalar = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + GROUP_ORDER;
  const hex = scalar.toString(16).padStart(64, '0');
  const signature = Buffer.concat([bytes.subarray(0, 32), Buffer.from(hex, 'hex').reverse()]);
  return { ...parts, signature: signature.toString('base64url') };
}
