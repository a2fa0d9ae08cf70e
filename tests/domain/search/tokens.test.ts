import { licenseTokens, matchesSearch, MAX_TOKENS, queryTokens } from '@latchkey/domain/search/tokens';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

interface Searched {
  readonly key: string;
  readonly customerEmail: string | null;
  readonly customerName: string | null;
  readonly productName: string;
}

const typical: Searched = {
  key: '123e4567-e89b-42d3-a456-426614174000',
  customerEmail: 'anna.schmidt@example.com',
  customerName: 'Anna Schmidt',
  productName: 'Acme Editor',
};

/** Nothing in it repeats: the worst that an e-mail of 60, a name and a product of 40 characters can be. */
const crowded: Searched = {
  key: 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6',
  customerEmail: 'maximiliane-oberhauser@international-consulting-group.example',
  customerName: 'Wolfgang Żółty von Quitzow-Jäger (Büro)',
  productName: 'Kryptographie Werkbank Professional 2026',
};

function found(license: Searched, text: string): boolean {
  const tokens = licenseTokens(license);
  return queryTokens(text).every((token) => Object.hasOwn(tokens, token)) && matchesSearch(license, text);
}

function pieces(text: string, size: number): string[] {
  return Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size));
}
/** A piece of separators alone, or of one character between them, asks for nothing. */
function isSearchable(piece: string): boolean {
  return queryTokens(piece).length > 0;
}

test.each([
  ['DEMO-AVAI', ['DEM', 'EMO', 'MOA', 'OAV', 'AVA', 'VAI']],
  ['ab', ['AB']],
  ['a-b', ['AB']],
  ['aaaa', ['AAA']],
  ['@ex', ['@EX']],
  ['ﬁx', ['FIX']],
  ['😀x', ['😀X']],
  ['', []],
  ['a', []],
  ['-a.', []],
  ['😀', []],
])('searching %j asks for %j', (text, tokens) => {
  expect(queryTokens(text)).toEqual(tokens);
});

test('a pasted text asks for its first 12 pieces', () => {
  expect(queryTokens(typical.key)).toHaveLength(12);
});

describe('a typical license is found by every piece of two or more characters', () => {
  const fields = [typical.key, typical.customerEmail, typical.customerName, typical.productName];
  test.each(fields.map((field) => [field ?? '']))('of %s', (field) => {
    for (const size of [2, 3, 4, 8, field.length]) {
      for (const piece of pieces(field, size).filter(isSearchable)) {
        expect([piece, found(typical, piece), found(typical, piece.toLowerCase())]).toEqual([
          piece,
          true,
          true,
        ]);
      }
    }
  });
});

describe('a crowded one is found by every piece of three or more', () => {
  const fields = [crowded.key, crowded.customerEmail, crowded.customerName, crowded.productName];
  test.each(fields.map((field) => [field ?? '']))('of %s', (field) => {
    for (const size of [5, 8, field.length]) {
      for (const piece of pieces(field, size).filter(isSearchable)) {
        // Folded down to two characters it is a search of two.
        if ([...(queryTokens(piece)[0] ?? '')].length === 3)
          expect([piece, found(crowded, piece)]).toEqual([piece, true]);
      }
    }
  });

  test('and by some pieces of two; what is lost is of these alone', () => {
    expect(Object.keys(licenseTokens(crowded))).toHaveLength(MAX_TOKENS);
    expect(found(crowded, 'f8')).toBe(true);
  });
});

const readable = fc.stringMatching(/^[A-Za-z0-9À-ÖØ-öø-ž '()+&-]{1,40}$/);
const record = fc.record({
  key: fc.oneof(fc.uuid(), fc.stringMatching(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/)),
  customerEmail: fc.option(
    fc
      .tuple(fc.stringMatching(/^[a-z0-9.+_-]{1,30}$/), fc.stringMatching(/^[a-z0-9-]{2,25}\.[a-z]{2,4}$/))
      .map(([user, host]) => `${user}@${host}`),
  ),
  customerName: fc.option(readable),
  productName: readable,
});

test('any piece that asks for three characters finds any license, within the bound', () => {
  fc.assert(
    fc.property(record, fc.nat(), fc.nat(), fc.nat(), (license, which, from, size) => {
      const fields = [license.key, license.customerEmail, license.customerName, license.productName];
      const field = fields[which % 4] ?? license.key;
      const start = from % field.length;
      const piece = field.slice(start, start + 2 + (size % field.length));
      const tokens = queryTokens(piece);
      const total = fields.reduce((sum, text) => sum + (text?.length ?? 0), 0);
      expect(Object.keys(licenseTokens(license)).length).toBeLessThanOrEqual(MAX_TOKENS);
      if (tokens.length === 0) return;
      expect(matchesSearch(license, piece)).toBe(true);
      if ([...(tokens[0] ?? '')].length === 3 || total <= 95) expect(found(license, piece)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('a very long key pushes nobody out, and is still found by how it begins', () => {
  const key = Array.from({ length: 128 }, (_, at) =>
    String.fromCodePoint(65 + ((at * 7 + at * at) % 26)),
  ).join('');
  const license = { ...crowded, key };
  expect(found(license, key)).toBe(true);
  expect(found(license, key.slice(0, 8))).toBe(true);
  expect(found(license, 'international-consulting')).toBe(true);
  expect(found(license, 'Werkbank Professional')).toBe(true);
});

test('nor is a piece of it lost where its beginning and its end meet', () => {
  const key = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789ACEGJMPRTVXZBDFHKNQSUWY'.repeat(2).slice(0, 64);
  const license = { key, customerEmail: null, customerName: null, productName: 'Acme' };
  for (const size of [2, 3, 5]) {
    for (const piece of pieces(key, size)) expect([piece, found(license, piece)]).toEqual([piece, true]);
  }
});

test('tokens narrow down; whether the text is contained is asked of the record', () => {
  const license = { ...typical, customerName: 'abcd bcde' };
  expect(matchesSearch(license, 'abcde')).toBe(false);
  expect(matchesSearch(license, 'CD B')).toBe(true);
  expect(matchesSearch({ ...typical, customerEmail: null, customerName: null }, 'anna')).toBe(false);
});
