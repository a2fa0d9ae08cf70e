import type { KeyFormat } from './format.ts';
import { keyParts } from './format.ts';

/** A generator below this is refused; below the second it is warned about (decisions.md, Keys). */
export const MINIMUM_BITS = 60;
export const COMFORTABLE_BITS = 100;

/**
 * Bits of randomness in a key. Keys are looked up in their folded form, so characters that differ
 * in case alone count once: the figure never promises more than a guesser has to find.
 */
export function keyBits(format: KeyFormat): number {
  if (format.type === 'uuid') return 122;
  return keyParts(format).reduce((bits, part) => {
    if ('literal' in part) return bits;
    const size = new Set([...part.charset].map((character) => character.toUpperCase())).size;
    return size === 0 ? bits : bits + Math.log2(size);
  }, 0);
}

export type RandomnessVerdict = 'refused' | 'weak' | 'good';

export function judgeBits(bits: number): RandomnessVerdict {
  if (bits < MINIMUM_BITS) return 'refused';
  return bits < COMFORTABLE_BITS ? 'weak' : 'good';
}
