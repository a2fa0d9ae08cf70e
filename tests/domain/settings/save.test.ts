import { decideSettings, revisionOf } from '@latchkey/domain/settings/save';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { describe, expect, test } from 'vitest';

const values = { ...defaultsOf('license'), graceDays: 7 };

describe('saving a section', () => {
  test('names the change from what to what, and counts it', () => {
    expect(decideSettings('license', undefined, { revision: 0, values })).toMatchObject({
      ok: true,
      values,
      revision: 1,
      audit: { action: 'settings.changed', changes: { 'license.graceDays': { before: 0, after: 7 } } },
    });
  });
  test('writes nothing where nothing changes', () => {
    const stored = { ...values, revision: 4 };
    expect(decideSettings('license', stored, { revision: 4, values })).toMatchObject({
      revision: 4,
      audit: null,
    });
  });
  test('is refused on a revision that is not the newest', () => {
    const stored = { ...values, revision: 4 };
    for (const revision of [0, 3, 5]) {
      expect(decideSettings('license', stored, { revision, values })).toMatchObject({
        code: 'CHANGED_MEANWHILE',
      });
    }
  });
  test('is refused with a sentence for each wrong value', () => {
    const wrong = { graceDays: 31, offlineHours: 0 };
    expect(decideSettings('license', undefined, { revision: 0, values: wrong })).toEqual({
      ok: false,
      code: 'SETTINGS_WRONG',
      reason:
        'Grace after expiry: must be a whole number from 0 to 30. ' +
        'Life of an offline file: must be a whole number from 1 to 720.',
    });
  });
});

test.each([
  [undefined, 0],
  [{}, 0],
  [{ revision: 'x' }, 0],
  [{ revision: 2 }, 2],
])('the revision of %j is %d', (stored, revision) => {
  expect(revisionOf(stored)).toBe(revision);
});
