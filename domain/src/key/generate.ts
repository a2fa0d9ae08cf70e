import type { KeyFormat } from './format.ts';
import { keyParts } from './format.ts';

/** Gives that many random bytes; the caller passes a CSPRNG. */
export type ByteSource = (count: number) => Uint8Array;

export function generateKey(format: KeyFormat, bytes: ByteSource): string {
  if (format.type === 'uuid') return uuid(bytes(16));
  const parts = keyParts(format);
  const next = byteReader(bytes, parts.length + SPARE_BYTES);
  return parts.map((part) => ('literal' in part ? part.literal : draw(part.charset, next))).join('');
}

/** A few draws are thrown away; with these a second call for bytes is rare. */
const SPARE_BYTES = 16;

/** Byte by byte out of blocks: calling a CSPRNG for every character is what would take the time. */
function byteReader(bytes: ByteSource, blockSize: number): () => number {
  let block = new Uint8Array();
  let at = 0;
  return () => {
    for (;;) {
      const byte = block[at++];
      if (byte !== undefined) return byte;
      block = Uint8Array.from(bytes(blockSize));
      at = 0;
    }
  };
}

/** One character, each equally likely: bytes that would favour the first ones are thrown away. */
function draw(charset: string, next: () => number): string {
  const limit = 256 - (256 % charset.length);
  for (;;) {
    const byte = next();
    if (byte < limit) return charset.charAt(byte % charset.length);
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
