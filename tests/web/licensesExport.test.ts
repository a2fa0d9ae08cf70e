import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { License } from '@latchkey/domain/license/license';
import { LICENSE_COLUMNS } from '../../web/src/licenses/console/licenseColumns.ts';
import { csvFormat } from '../../web/src/lists/export/csvFormat.ts';
import { fileName, knownTotal, progressWords } from '../../web/src/lists/export/exportWords.ts';
import { jsonFormat } from '../../web/src/lists/export/jsonFormat.ts';
import { aLicense, DAY, later, NOW } from '../support/builders.ts';
import { chance } from '../support/seededRandom.ts';

const LICENSES = { one: 'license', many: 'licenses' };
const csvFile = csvFormat(LICENSE_COLUMNS);
const jsonFile = jsonFormat(LICENSE_COLUMNS);
const STARTS_FORMULA = /^[=+\-@\t\r\0]/;
const BEGINS = ['=', '+', '-', '@', '\t', '\r', '\0', '', ' ', '"', "'", ',', '\n', '\uFEFF', 'É', '=\r\n'];
const MIDDLES = [
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://x.test","y")',
  '1+1',
  'a,b;"c"',
  'Ada',
  '\r\n=2',
  '日本',
];

/** 200 names and addresses, most of which would like to be formulas or to break out of their cell. */
function hostilePeople() {
  const random = chance(20260304);
  const text = () => random.pick(BEGINS) + random.pick(MIDDLES) + random.pick(BEGINS);
  return Array.from({ length: 200 }, (_, i) => ({
    id: `license-${i}`,
    customerName: text(),
    customerEmail: `${text()}@example.test`,
    activationLimit: i % 3 === 0 ? -1 : i + 1,
  }));
}

function csvOf(licenses: readonly ReturnType<typeof aLicense>[]): string {
  return csvFile.head + licenses.map((license) => csvFile.row(license, NOW)).join('');
}

describe('the CSV file', () => {
  const people = hostilePeople();
  const csv = csvOf(people.map((person) => aLicense(person)));
  const parsed = Papa.parse<string[]>(csv, { newline: '\r\n', delimiter: ',', skipEmptyLines: true });
  const [titles = [], ...rows] = parsed.data;
  const cell = (row: readonly string[], title: string) => row[titles.indexOf(title)];

  it('holds a row for every license and as many cells in each, whatever they are called', () => {
    expect(parsed.errors).toEqual([]);
    expect(rows).toHaveLength(200);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([titles.length]));
  });

  it('holds no cell that a spreadsheet would run', () => {
    expect(parsed.data.flat().filter((text) => STARTS_FORMULA.test(text))).toEqual([]);
  });

  it('gives every other text back exactly, and those behind their quote', () => {
    const guarded = (text: string) => (STARTS_FORMULA.test(text) ? `'${text}` : text);
    expect(rows.map((row) => [cell(row, 'customerName'), cell(row, 'customerEmail')])).toEqual(
      people.map(({ customerName, customerEmail }) => [guarded(customerName), guarded(customerEmail)]),
    );
    const live = people.filter(({ customerName }) => STARTS_FORMULA.test(customerName));
    expect(live.length).toBeGreaterThan(50);
    expect(live.length).toBeLessThan(150);
  });

  it('begins with a byte order mark and ends every line as RFC 4180 says', () => {
    expect(csv.startsWith('\uFEFFid,key,productId,productName,environment,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  });
});

/** What the JSON file says of a license. */
function exportRow(license: License): Record<string, unknown> {
  return JSON.parse(jsonFile.row(license, NOW)) as Record<string, unknown>;
}

describe('a row of an export', () => {
  it('tells the state by the clock beside the stored one', () => {
    const row = exportRow(aLicense({ status: 'active', expiresAt: later(-DAY) }));
    expect([row['status'], row['storedStatus']]).toEqual(['expired', 'active']);
    const other = exportRow(aLicense({ status: 'active', expiresAt: later(DAY) }));
    expect([other['status'], other['storedStatus']]).toEqual(['active', 'active']);
  });

  it.each([
    ['Lifetime', {}],
    [later(DAY).toISOString(), { expiresAt: later(DAY) }],
    ['30 days from assignment', { validity: { amount: 30, unit: 'days', from: 'assignment' } }],
  ] as const)('says "%s" of when it expires', (words, facts) => {
    expect(exportRow(aLicense(facts))['expires']).toBe(words);
  });

  it('is the same in both kinds of file', () => {
    const license = aLicense({ activationLimit: 5, features: { seats: 3, tags: ['a,b', '"c"'] } });
    const row = exportRow(license);
    expect(JSON.parse(jsonFile.head + jsonFile.row(license, NOW) + jsonFile.tail)).toEqual([row]);
    const [read] = Papa.parse<Record<string, string>>(csvOf([license]).slice(1), { header: true }).data;
    expect(Object.keys(read ?? {})).toEqual(Object.keys(row));
    expect(JSON.parse(read?.['features'] ?? '')).toEqual(license.features);
    expect([read?.['key'], read?.['activationLimit']]).toEqual([license.key, '5']);
  });

  it('says "unlimited" in a table and -1 to a program', () => {
    const license = aLicense({ activationLimit: -1 });
    expect(csvFile.row(license, NOW)).toContain(',unlimited,');
    expect(exportRow(license)).toMatchObject({ activationLimit: -1 });
  });
});

describe('words of an export', () => {
  it.each([
    [0, 3120, '0 of 3,120 licenses'],
    [1500, 3120, '1,500 of 3,120 licenses'],
    [12, 11, '12 of 12 licenses'],
    [1500, null, '1,500 licenses so far'],
  ])('%s of %s: %s', (rows, total, words) => {
    expect(progressWords(LICENSES, rows, total)).toBe(words);
  });

  it('take no counting limit for the whole', () => {
    expect([499, 500, 3120, null].map(knownTotal)).toEqual([499, null, 3120, null]);
  });

  it('name the file after its environment and day', () => {
    expect(fileName(LICENSES, 'staging', '.csv', NOW)).toBe('licenses-staging-2026-03-04.csv');
  });
});
