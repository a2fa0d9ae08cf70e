import { describeValidity } from '@latchkey/domain/generator/validity';
import type { Generator } from '@latchkey/domain/generator/generator';
import type { KeyFormat } from '@latchkey/domain/key/format';
import { keyParts } from '@latchkey/domain/key/format';
import { judgeBits, keyBits } from '@latchkey/domain/key/randomness';
import { UNLIMITED } from '@latchkey/domain/license/license';
import type { Tone } from '../ui/tone.ts';

export const FORMAT_WORDS: Readonly<Record<KeyFormat['type'], string>> = {
  uuid: 'UUID',
  chunk: 'Chunks',
  custom: 'Pattern',
};

/** "1 year from assignment", "Lifetime". */
export function validityWords({ validity }: Pick<Generator, 'validity'>): string {
  return validity === null ? 'Lifetime' : describeValidity(validity);
}

export function limitWords(limit: number): string {
  return limit === UNLIMITED ? 'Unlimited' : limit.toLocaleString('en');
}

export interface RandomnessWords {
  readonly bits: number;
  readonly word: 'Too weak' | 'Weak' | 'Fine' | 'Strong';
  readonly tone: Tone;
  readonly sentence: string;
}

/** From here on even somebody with a data centre and years finds nothing. */
const STRONG_BITS = 120;

/** How hard keys are to guess, in bits and in a plain word. */
export function randomnessWords(format: KeyFormat): RandomnessWords {
  const bits = Math.floor(keyBits(format));
  switch (judgeBits(bits)) {
    case 'refused':
      return {
        bits,
        word: 'Too weak',
        tone: 'red',
        sentence: 'Somebody could guess keys. 60 bits are needed.',
      };
    case 'weak':
      return { bits, word: 'Weak', tone: 'amber', sentence: 'It works; 100 bits or more are recommended.' };
    case 'good':
      return bits >= STRONG_BITS
        ? { bits, word: 'Strong', tone: 'green', sentence: 'Nobody guesses these.' }
        : { bits, word: 'Fine', tone: 'green', sentence: 'Nobody guesses these in practice.' };
  }
}

/** The form of the keys with its random places as dots: what a list can show at a glance. */
export function formatMask(format: KeyFormat): string {
  if (format.type === 'uuid') return '••••••••-••••-4•••-••••-••••••••••••';
  return keyParts(format)
    .map((part) => ('literal' in part ? part.literal : '•'))
    .join('');
}
