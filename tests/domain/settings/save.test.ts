import { decideSettings, revisionOf } from '@latchkey/domain/settings/save';
import type { AskedSection } from '@latchkey/domain/settings/save';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { describe, expect, test } from 'vitest';

const KEEP = { type: 'keep' } as const;
const values = { ...defaultsOf('license'), graceDays: 7 };

describe('saving a section', () => {
  test('names the change from what to what, and counts it', () => {
    expect(decideSettings('license', undefined, { revision: 0, values, password: KEEP })).toMatchObject({
      ok: true,
      values,
      revision: 1,
      audit: { action: 'settings.changed', changes: { 'license.graceDays': { before: 0, after: 7 } } },
    });
  });
  test('writes nothing where nothing changes', () => {
    const stored = { ...values, revision: 4 };
    expect(decideSettings('license', stored, { revision: 4, values, password: KEEP })).toMatchObject({
      revision: 4,
      audit: null,
    });
  });
  test('is refused on a revision that is not the newest', () => {
    const stored = { ...values, revision: 4 };
    for (const revision of [0, 3, 5]) {
      expect(decideSettings('license', stored, { revision, values, password: KEEP })).toMatchObject({
        code: 'CHANGED_MEANWHILE',
      });
    }
  });
  test('is refused with a sentence for each wrong value', () => {
    const wrong = { graceDays: 31, offlineHours: 0 };
    expect(decideSettings('license', undefined, { revision: 0, values: wrong, password: KEEP })).toEqual({
      ok: false,
      code: 'SETTINGS_WRONG',
      reason:
        'Grace after expiry: must be a whole number from 0 to 30. ' +
        'Life of an offline file: must be a whole number from 1 to 720.',
    });
  });
});

describe('the password of the mail server', () => {
  const smtp = { ...defaultsOf('mail'), transport: 'smtp', host: 'a.example', senderAddress: 'a@b.example' };
  const stored = { ...smtp, revision: 1, passwordSet: true };
  const save = (asked: Partial<AskedSection>) =>
    decideSettings('mail', stored, { revision: 1, values: smtp, password: KEEP, ...asked });

  test('is told of by its change alone', () => {
    const changed = save({ password: { type: 'set', password: 'S3cret-words' } });
    expect(changed).toMatchObject({
      ok: true,
      passwordSet: true,
      audit: { changes: { 'mail.password': { before: 'set', after: 'set anew' } } },
    });
    expect(JSON.stringify(changed.ok && changed.audit)).not.toContain('S3cret');
    expect(save({ password: { type: 'remove' } })).toMatchObject({ passwordSet: false });
    expect(save({})).toMatchObject({ passwordSet: true, audit: null });
  });

  test.each([{ host: 'b.example' }, { port: 25 }, { user: 'x' }, { encryption: 'tls' }])(
    'does not go to another server by itself: %j',
    (other) => {
      const values = { ...smtp, ...other };
      expect(save({ values })).toMatchObject({ ok: false, code: 'SETTINGS_WRONG' });
      expect(save({ values, password: { type: 'set', password: 'x' } }).ok).toBe(true);
      expect(save({ values, password: { type: 'remove' } }).ok).toBe(true);
    },
  );

  test('has no place in another section', () => {
    const asked = { revision: 0, values: defaultsOf('license'), password: { type: 'remove' } } as const;
    expect(decideSettings('license', undefined, asked)).toMatchObject({ ok: false });
  });
});

describe('mail needs', () => {
  const smtp = { ...defaultsOf('mail'), transport: 'smtp', host: 'a.example', senderAddress: 'a@b.example' };
  const save = (other: object) =>
    decideSettings('mail', undefined, { revision: 0, values: { ...smtp, ...other }, password: KEEP }).ok;
  test('a server, a sender, and encryption but on this machine', () => {
    expect(save({})).toBe(true);
    expect(save({ host: '' })).toBe(false);
    expect(save({ senderAddress: '' })).toBe(false);
    expect(save({ encryption: 'none' })).toBe(false);
    expect(save({ encryption: 'none', host: '127.0.0.1' })).toBe(true);
    expect(save({ transport: 'off', host: '', senderAddress: '' })).toBe(true);
    expect(save({ transport: 'collection', host: '' })).toBe(true);
    expect(save({ transport: 'collection', collection: '' })).toBe(false);
  });
  test.each(['a b', '-a', 'a:25', 'a/b', '[::1]', 'a\r\nb'])('a server with a name, not %j', (host) => {
    expect(save({ host })).toBe(false);
  });
  test.each(['javascript:alert(1)', 'ftp://a.example', 'https://a.example/', 'a.example'])(
    'an address of the web, not %s',
    (appUrl) => {
      expect(save({ appUrl })).toBe(false);
      expect(save({ appUrl: 'https://a.example' })).toBe(true);
    },
  );
});

test.each([
  [undefined, 0],
  [{}, 0],
  [{ revision: 'x' }, 0],
  [{ revision: 2 }, 2],
])('the revision of %j is %d', (stored, revision) => {
  expect(revisionOf(stored)).toBe(revision);
});
