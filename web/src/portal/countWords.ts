interface Counted {
  readonly shown: number;
  /** How many are here, of which `shown` fit the filter. */
  readonly known: number;
  readonly filtered: boolean;
  /** There are older ones that are not here. */
  readonly hasMore: boolean;
}

/** "3 of 12 licenses", "the newest 100 licenses; there are more": never as if all were here when they are not. */
export function countWords(noun: 'license' | 'device', { shown, known, filtered, hasMore }: Counted): string {
  const many = (count: number): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
  if (filtered) return `${shown.toLocaleString('en')} of ${hasMore ? 'the newest ' : ''}${many(known)}`;
  return hasMore ? `The newest ${many(known)}. There are more` : many(known);
}
