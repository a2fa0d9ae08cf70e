import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '@latchkey/domain/csv/cell';

describe('a cell of a CSV file', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '=', '=a\nb'])(
    '%j is text and never a formula',
    (text) => {
      expect(csvCell(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'Ada', 'a=1', "'=1", ' =1', '1-2', 'ada@example.test'])('%j stays as it is', (text) => {
    expect(csvCell(text)).toBe(text);
  });

  it.each([-1, 0, 3, null])('%j is no text and stays what it is', (value) => {
    expect(csvCell(value)).toBe(value);
  });

  it('whatever the text: no cell begins as a formula, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cell = csvCell(text);
        expect(cell).not.toMatch(/^[=+\-@\t\r\0]/);
        expect(cell.endsWith(text)).toBe(true);
        expect(cell.length - text.length).toBe(/^[=+\-@\t\r\0]/.test(text) ? 1 : 0);
      }),
    );
  });
});
