import { expect, test } from 'vitest';
import { PORTAL_SETTINGS } from '@latchkey/domain/settings/portal';
import { DEFAULT_PORTAL_SETTINGS, readPortalSettings } from '@latchkey/domain/settings/portalStored';
import { readSettings } from '@latchkey/domain/settings/read';
import { defaultsOf } from '@latchkey/domain/settings/values';

const VALUES = [
  true,
  false,
  null,
  undefined,
  0,
  1,
  2.5,
  30,
  365,
  366,
  1_000,
  1_001,
  1e9,
  -1,
  NaN,
  '7',
  [],
  {},
];

test.each(Object.keys(PORTAL_SETTINGS))(
  'a browser of a customer reads %s, whatever is stored, as everybody else does',
  (name) => {
    for (const value of VALUES) {
      const stored = { [name]: value };
      expect(readPortalSettings(stored), JSON.stringify(value)).toEqual(
        readSettings(PORTAL_SETTINGS, stored),
      );
    }
  },
);

test('where nothing is stored, what is so by itself holds', () => {
  expect(readPortalSettings(undefined)).toEqual(DEFAULT_PORTAL_SETTINGS);
  expect(DEFAULT_PORTAL_SETTINGS).toEqual(defaultsOf('portal'));
});
