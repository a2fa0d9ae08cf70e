import type { Validity } from '@latchkey/domain/generator/validity';
import { describeValidity, validUntil } from '@latchkey/domain/generator/validity';
import { expect, test } from 'vitest';

test.each([
  ['2026-01-31', 1, 'months', '2026-02-28'],
  ['2028-01-31', 1, 'months', '2028-02-29'],
  ['2026-01-30', 1, 'months', '2026-02-28'],
  ['2026-01-28', 1, 'months', '2026-02-28'],
  ['2026-03-31', 1, 'months', '2026-04-30'],
  ['2026-02-28', 1, 'months', '2026-03-28'],
  ['2026-08-31', 6, 'months', '2027-02-28'],
  ['2026-12-31', 2, 'months', '2027-02-28'],
  ['2026-01-31', 13, 'months', '2027-02-28'],
  ['2028-02-29', 1, 'years', '2029-02-28'],
  ['2028-02-29', 4, 'years', '2032-02-29'],
  ['2096-02-29', 4, 'years', '2100-02-28'],
  ['2026-03-04', 1, 'years', '2027-03-04'],
  ['2026-12-31', 1, 'days', '2027-01-01'],
  ['2028-02-28', 1, 'days', '2028-02-29'],
  ['2026-02-28', 1, 'days', '2026-03-01'],
  ['2026-03-28', 2, 'days', '2026-03-30'],
  ['2026-10-24', 2, 'days', '2026-10-26'],
  ['2026-01-01', 365, 'days', '2027-01-01'],
] as const)('%s and %d %s: %s, at the same time of day in UTC', (start, amount, unit, end) => {
  for (const time of ['T00:00:00.000Z', 'T01:30:00.000Z', 'T23:59:59.999Z']) {
    const from = new Date(start + time);
    expect(validUntil({ amount, unit, from: 'assignment' }, from)).toEqual(new Date(end + time));
    expect(from).toEqual(new Date(start + time));
  }
});

test.each([
  [{ amount: 30, unit: 'days', from: 'assignment' }, '30 days from assignment'],
  [{ amount: 1, unit: 'months', from: 'activation' }, '1 month from first activation'],
  [{ amount: 1, unit: 'years', from: 'assignment' }, '1 year from assignment'],
] satisfies [Validity, string][])('%j is shown as "%s"', (validity, text) => {
  expect(describeValidity(validity)).toBe(text);
});
