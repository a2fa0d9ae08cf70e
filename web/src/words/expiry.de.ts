import type { Validity } from '@latchkey/domain/generator/validity';
import type { Catalog } from './catalog.ts';
import { plural } from './plural.ts';

const n = plural('de');

function validity({ amount, unit, from }: Validity): string {
  const units = {
    days: n(amount, { one: '1 Tag', other: `${amount} Tage` }),
    months: n(amount, { one: '1 Monat', other: `${amount} Monate` }),
    years: n(amount, { one: '1 Jahr', other: `${amount} Jahre` }),
  };
  return `${units[unit]} ab ${from === 'assignment' ? 'Zuweisung' : 'erster Aktivierung'}`;
}

export const expiry = {
  lifetime: 'Unbefristet',
  validity,
  ended: (when: string) => `endete ${when}`,
  passed: 'Datum ist vorbei',
  left: (days: number) =>
    days < 1 ? 'in weniger als 1 Tag' : `in ${n(days, { one: '1 Tag', other: `${days} Tagen` })}`,
  worksFor: (days: number) =>
    days < 1 ? 'geht noch heute' : `geht noch ${n(days, { one: '1 Tag', other: `${days} Tage` })}`,
} satisfies Catalog['expiry'];
