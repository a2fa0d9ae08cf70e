import type { Catalog } from './catalog.ts';
import { plural } from './plural.ts';

const n = plural('de');
const number = (count: number): string => count.toLocaleString('de');
type Noun = 'license' | 'device';
type Rest = 'none' | 'coming' | 'left out';

/** As it stands alone; after "von" the noun bends. */
function all(noun: Noun, known: number, rest: Rest, after: 'alone' | 'von'): string {
  const devices = after === 'von' ? 'Geräten' : 'Geräte';
  const many =
    noun === 'license'
      ? `${number(known)} ${n(known, { one: 'Lizenz', other: 'Lizenzen' })}`
      : `${number(known)} ${n(known, { one: 'Gerät', other: devices })}`;
  const newest = after === 'von' ? `den neuesten ${many}` : `Die neuesten ${many}`;
  return { none: many, coming: `bisher ${many} …`, 'left out': `${newest}; es gibt weitere` }[rest];
}

export const counts = {
  all: (noun: Noun, known: number, rest: Rest) => {
    const text = all(noun, known, rest, 'alone');
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  partOf: (part: number, noun: Noun, known: number, rest: Rest) =>
    `${number(part)} von ${all(noun, known, rest, 'von')}`,
  shownOf: (shown: number, fitting: number, noun: Noun, known: number, rest: Rest) =>
    `${number(shown)} von ${number(fitting)} angezeigt, aus ${all(noun, known, rest, 'von')}`,
} satisfies Catalog['counts'];
