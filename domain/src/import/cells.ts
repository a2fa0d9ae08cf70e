import { LIFETIME_WORDS } from './words.ts';

/** A cell that could not be read: what is wrong and what to do, said after the column's title. */
export interface WrongCell {
  readonly wrong: string;
}
export type ReadCell = { readonly value: unknown } | WrongCell;

/** Our own files put a quote before a text that a spreadsheet would run as a formula. */
const GUARDED = /^'(?=[=+\-@\t\r\0])/;

export function plainCell(cell: string): string {
  return cell.replace(GUARDED, '').trim();
}

/** "3", "-1", "unlimited". */
export function limitCell(text: string): ReadCell {
  if (/^(unlimited|∞)$/i.test(text)) return { value: -1 };
  if (/^-?\d{1,9}$/.test(text)) return { value: Number(text) };
  return { wrong: 'is no number; write 1 to 10000, or "unlimited"' };
}

/** "2027-12-31", a moment with its zone, or "lifetime". `endOfDay` gives the last second of a day; null = none. */
export function expiryCell(text: string, endOfDay: (day: string) => Date | null): ReadCell {
  if (LIFETIME_WORDS.includes(text.toLowerCase())) return { value: null };
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const end = endOfDay(text);
    return end === null ? { wrong: 'is no day of the calendar' } : { value: end.toISOString() };
  }
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})$/i.test(text)) {
    const at = Date.parse(text.replace(' ', 'T').replace(/\s?UTC$/i, 'Z'));
    if (!Number.isNaN(at)) return { value: new Date(at).toISOString() };
  }
  return { wrong: 'cannot be read; write 2027-12-31, a moment with its zone, or "lifetime"' };
}

export function jsonCell(text: string): ReadCell {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { wrong: 'is no JSON; write an object such as {"export":true}' };
  }
}
