import { area } from './area.ts';
import { plural } from './plural.ts';

const n = plural('en');
const number = (count: number): string => count.toLocaleString('en');
type Noun = 'license' | 'device';
type Rest = 'none' | 'coming' | 'left out';

/** "12 licenses", and how much of all that is when more may follow. */
function all(noun: Noun, known: number, rest: Rest): string {
  const many = `${number(known)} ${n(known, { one: noun, other: `${noun}s` })}`;
  return { none: many, coming: `${many} so far …`, 'left out': `the newest ${many}; there are more` }[rest];
}

/** How many of a customer's records are shown; never as if all were here when they are not. */
export const counts = area('counts', {
  all: (noun: Noun, known: number, rest: Rest) => {
    const text = all(noun, known, rest);
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  partOf: (part: number, noun: Noun, known: number, rest: Rest) =>
    `${number(part)} of ${all(noun, known, rest)}`,
  shownOf: (shown: number, fitting: number, noun: Noun, known: number, rest: Rest) =>
    `${number(shown)} of ${number(fitting)} shown, out of ${all(noun, known, rest)}`,
});
