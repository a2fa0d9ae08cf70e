import { files } from '../words/files.en.ts';
import { numberLocale, wordsOf } from '../words/words.ts';

const UNITS = ['kB', 'MB', 'GB'] as const;

/** "812 bytes", "1.4 MB", "212 kB": as systems show the size of a file, by thousands. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return wordsOf(files).bytes(bytes);
  let value = bytes;
  let unit: (typeof UNITS)[number] = 'kB';
  for (const next of UNITS) {
    value /= 1000;
    unit = next;
    // What would be rounded up to a thousand is one of the next.
    if (value < 999.5) break;
  }
  const digits = value < 9.95 ? 1 : 0;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${value.toLocaleString(numberLocale(), format)} ${unit}`;
}
