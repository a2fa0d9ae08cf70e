const UNITS = ['kB', 'MB', 'GB'] as const;

/** "812 bytes", "1.4 MB", "212 kB": as systems show the size of a file, by thousands. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  let value = bytes;
  let unit: (typeof UNITS)[number] = 'kB';
  for (const next of UNITS) {
    value /= 1000;
    unit = next;
    // What would be rounded up to a thousand is one of the next.
    if (value < 999.5) break;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${unit}`;
}
