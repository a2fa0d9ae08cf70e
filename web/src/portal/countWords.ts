import { counts } from '../words/counts.en.ts';
import { wordsOf } from '../words/words.ts';

interface Counted {
  /** How many are on the screen. */
  readonly visible: number;
  /** How many fit the filter; all that are here where nothing is filtered. */
  readonly fitting: number;
  /** How many are here. */
  readonly known: number;
  readonly filtered: boolean;
  /** Whether all of them are here, more are on their way, or there are too many to fetch. */
  readonly rest: 'none' | 'coming' | 'left out';
}

/** "3 of 12 licenses", "100 of 500 licenses shown": never as if all were here when they are not. */
export function countWords(
  noun: 'license' | 'device',
  { visible, fitting, known, filtered, rest }: Counted,
): string {
  const t = wordsOf(counts);
  if (visible < fitting) {
    return filtered ? t.shownOf(visible, fitting, noun, known, rest) : t.partOf(visible, noun, known, rest);
  }
  return filtered ? t.partOf(fitting, noun, known, rest) : t.all(noun, known, rest);
}
