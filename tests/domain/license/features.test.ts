import { isFeatureEnabled, missingFeatures } from '@latchkey/domain/license/features';
import { expect, test } from 'vitest';

const FEATURES = {
  export: true,
  seats: 25,
  beta: false,
  none: null,
  zero: 0,
  empty: '',
  text: 'x',
  list: [],
  object: {},
};

test.each([
  ['export', true],
  ['seats', true],
  ['text', true],
  ['list', true],
  ['object', true],
  ['beta', false],
  ['none', false],
  ['zero', false],
  ['empty', false],
  ['missing', false],
  ['', false],
  ['constructor', false],
  ['__proto__', false],
  ['toString', false],
  ['hasOwnProperty', false],
])('the feature %j is enabled: %s', (name, enabled) => {
  expect(isFeatureEnabled(FEATURES, name)).toBe(enabled);
});

test.each([
  [[], []],
  [['export'], []],
  [['export', 'export', 'seats'], []],
  [['export', 'beta', 'beta'], ['beta']],
  [
    ['toString', 'export', 'x'],
    ['toString', 'x'],
  ],
])('of %j these are missing: %j', (asked, missing) => {
  expect(missingFeatures(FEATURES, asked)).toEqual(missing);
});
