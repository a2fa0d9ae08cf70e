import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { LANGUAGE_NAMES, LANGUAGES, languageFor } from '@latchkey/domain/language';
import { VERDICT_CODES } from '@latchkey/domain/license/codes';
import { CUSTOMER_STEPS } from '@latchkey/domain/license/customerSteps';
import { FINDINGS, type TellingFacts } from '@latchkey/domain/license/findings';
import { MEETS_CUSTOMERS } from '@latchkey/domain/wire/console/customerCodes';
import { sizeWords } from '../../web/src/downloads/sizeWords.ts';
import { expiryWords } from '../../web/src/licenses/expiryWords.ts';
import { ownSlotWords } from '../../web/src/licenses/own/ownWords.ts';
import { countWords } from '../../web/src/portal/countWords.ts';
import { dayWords, exactWords, relativeWords } from '../../web/src/ui/dateWords.ts';
import type { Area } from '../../web/src/words/area.ts';
import { german } from '../../web/src/words/german.ts';
import { problemWords } from '../../web/src/words/problem.ts';
import { services } from '../../web/src/words/services.en.ts';
import { shownLanguage, speak } from '../../web/src/words/words.ts';
import { aLicense, DAY, later, NOW } from '../support/builders.ts';

type English = Area<keyof typeof german.catalog, object>;
const names = readdirSync(resolve(import.meta.dirname, '../../web/src/words')).flatMap(
  (file) => /^(.*)\.en\.ts$/.exec(file)?.[1] ?? [],
);
const areas: readonly English[] = await Promise.all(
  names.map(async (name) => {
    const module = (await import(`../../web/src/words/${name}.en.ts`)) as Readonly<Record<string, English>>;
    const [area] = Object.values(module);
    if (area === undefined) throw new Error(`${name} has no area`);
    return area;
  }),
);
const translations = [['de', german]] as const;

afterEach(() => speak('en'));

/** Every text of a catalog by its place; functions as they are. */
function leaves(words: unknown, place = ''): [place: string, leaf: unknown][] {
  if (typeof words !== 'object' || words === null) return [[place, words]];
  return Object.entries(words).flatMap(([name, inner]) => leaves(inner, `${place}/${name}`));
}

describe.each(translations)('%s', (language, translation) => {
  test('is a language that people can choose, and every other one is translated', () => {
    expect(LANGUAGES).toContain(language);
    expect(translations.map(([one]) => one)).toEqual(LANGUAGES.filter((one) => one !== 'en'));
    expect(LANGUAGE_NAMES[language]).toMatch(/\S/);
  });

  test.each(areas.map((area) => [area.name, area] as const))(
    '%s says everything that English says, with the same parameters, and nothing empty',
    (name, { english }) => {
      const others = new Map(leaves(translation.catalog[name]));
      const own = leaves(english);
      expect([...others.keys()].toSorted()).toEqual(own.map(([place]) => place).toSorted());
      for (const [place, leaf] of own) {
        const other = others.get(place);
        expect(typeof other, place).toBe(typeof leaf);
        if (typeof other === 'string') expect(other, place).toMatch(/\S/);
        if (typeof other === 'function' && typeof leaf === 'function') expect(other.length).toBe(leaf.length);
      }
    },
  );

  test('has every area of English', () => {
    expect(Object.keys(translation.catalog).toSorted()).toEqual(areas.map(({ name }) => name).toSorted());
  });

  test('knows a sentence for whatever the domain refuses a customer, the verdicts, and the services', () => {
    const met = Object.entries(MEETS_CUSTOMERS).flatMap(([code, meets]) => (meets ? [code] : []));
    for (const code of [...met, ...VERDICT_CODES, ...Object.keys(services.english)]) {
      expect(Reflect.get(translation.problems, code), code).toMatch(/\.$/);
    }
  });

  const facts: TellingFacts = {
    home: 'production',
    asked: 'staging',
    productName: 'Acme Editor',
    keyHint: 'AAAA-BBB',
    device: 'device',
    slotLimit: 3,
    features: ['export'],
    code: 'EXPIRED',
  };
  test.each(Object.keys(FINDINGS) as (keyof typeof FINDINGS)[])('tells the finding %s', (name) => {
    expectSameFacts(FINDINGS[name](facts), translation.catalog.check.findings[name](facts));
  });
  test.each(Object.keys(CUSTOMER_STEPS) as (keyof typeof CUSTOMER_STEPS)[])('tells the step %s', (name) => {
    expectSameFacts(CUSTOMER_STEPS[name](facts), translation.catalog.check.steps[name](facts));
  });
  function expectSameFacts(english: string, told: string): void {
    expect(told).toMatch(/^\S.*\.$/);
    expect(told).not.toBe(english);
    for (const fact of [facts.productName, facts.keyHint, facts.code, 'export', '3']) {
      expect(told.includes(fact), `${told}: ${fact}`).toBe(english.includes(fact));
    }
  }
});

describe('in German', () => {
  const said = async <T>(tell: () => T): Promise<T> => {
    await speak('de');
    return tell();
  };

  test.each([
    [0, '0 von 1 Gerät'],
    [1, '1 von 3 Geräten'],
  ])('%i in use', async (activationCount, words) => {
    const license = aLicense({ activationCount, activationLimit: activationCount === 0 ? 1 : 3 });
    expect(await said(() => ownSlotWords(license))).toBe(words);
  });

  test.each([
    [{ visible: 1, fitting: 1, known: 1, filtered: false, rest: 'none' }, '1 Lizenz'],
    [
      { visible: 50, fitting: 1200, known: 1200, filtered: false, rest: 'coming' },
      '50 von bisher 1.200 Lizenzen …',
    ],
    [
      { visible: 1000, fitting: 1000, known: 1000, filtered: false, rest: 'left out' },
      'Die neuesten 1.000 Lizenzen; es gibt weitere',
    ],
  ] as const)('%j', async (counted, words) => {
    expect(await said(() => countWords('license', counted))).toBe(words);
  });

  test('dates, times, sizes and deadlines are written as Germans write them', async () => {
    const ends = aLicense({ expiresAt: later(16.5 * DAY) });
    const told = await said(() => [
      dayWords(NOW, 'UTC'),
      exactWords(NOW, 'Europe/Berlin'),
      relativeWords(later(-DAY), NOW),
      relativeWords(later(-3 * DAY), NOW),
      sizeWords(1_440_000),
      expiryWords(ends, NOW, 'UTC').note,
    ]);
    expect(told[0]).toMatch(/^\d{1,2}\. \p{L}+\.? \d{4}$/u);
    expect(told[1]).toMatch(/MEZ|MESZ|GMT/);
    expect(told.slice(2)).toEqual(['gestern', 'vor 3 Tagen', '1,4 MB', 'in 16 Tagen']);
  });

  test('a failure is told by its code, and in English where nobody has translated it', async () => {
    const limit = { code: 'SELF_SERVICE_LIMIT', sentence: 'Within 30 days …' };
    const unheard = { code: 'UNHEARD_OF', sentence: 'Something of the future.' };
    expect(problemWords(limit)).toBe(limit.sentence);
    expect(await said(() => problemWords(limit))).toBe(german.problems.SELF_SERVICE_LIMIT);
    expect(problemWords(unheard)).toBe(unheard.sentence);
    expect(problemWords({ code: 'constructor', sentence: 'As it was.' })).toBe('As it was.');
  });
});

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'de'], 'de'],
  [['en-US', 'de'], 'en'],
  [['fr', 'ja'], 'en'],
  [[], 'en'],
] as const)('who prefers %j is spoken to in %s', (wanted, language) => {
  expect(languageFor(wanted)).toBe(language);
});

test('of two languages that are asked for in a row the later one stays', async () => {
  await Promise.all([speak('de'), speak('en')]);
  expect(shownLanguage.value).toBe('en');
});
