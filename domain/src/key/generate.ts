import type { KeyFormat } from './format.ts';
import { keyParts } from './format.ts';

/** Gives that many random bytes; the caller passes a CSPRNG. */
export type ByteSource = (count: number) => Uint8Array;

export function generateKey(format: KeyFormat, bytes: ByteSource): string {
  if (format.type === 'uuid') return uuid(bytes(16));
  return keyParts(format)
    .map((part) => ('literal' in part ? part.literal : draw(part.charset, bytes)))
    .join('');
}

/** One character, each equally likely: bytes that would favour the first ones are thrown away. */
function draw(charset: string, bytes: ByteSource): string {
  const limit = 256 - (256 % charset.length);
  for (;;) {
    for (const byte of bytes(8)) if (byte < limit) return charset.charAt(byte % charset.length);
  }
}

function uuid(random: Uint8Array): string {
  const hex = [...random].map((byte, index) => {
    // RFC 9562: the version nibble is 4, the variant bits are 10.
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  });
  const text = hex.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
}
