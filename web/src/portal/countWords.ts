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
  const number = (count: number): string => count.toLocaleString('en');
  const many = `${number(known)} ${noun}${known === 1 ? '' : 's'}`;
  const all = { none: many, coming: `${many} so far …`, 'left out': `the newest ${many}; there are more` }[
    rest
  ];
  if (visible < fitting) {
    return filtered
      ? `${number(visible)} of ${number(fitting)} shown, out of ${all}`
      : `${number(visible)} of ${all}`;
  }
  if (filtered) return `${number(fitting)} of ${all}`;
  return all.charAt(0).toUpperCase() + all.slice(1);
}
