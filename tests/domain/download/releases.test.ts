import { describe, expect, test } from 'vitest';
import type { ReleaseCommand, ReleaseCommandName } from '@latchkey/domain/download/decide';
import { decideRelease, RELEASE_COMMANDS, releaseRefusal } from '@latchkey/domain/download/decide';
import type { ReleaseState } from '@latchkey/domain/download/release';
import { MAX_FILE_SIZE, RELEASE_STATES } from '@latchkey/domain/download/release';
import { createRelease, finishUpload, reopenUpload } from '@latchkey/domain/download/upload';
import { ACTOR_NAMES, ACTORS, aProduct, DAY, later, NOW } from '../../support/builders.ts';
import { aRelease } from '../../support/releases.ts';

const PLACED = { id: 'release-1', environment: 'production', objectPath: 'releases/production/x' } as const;
const FACTS = { version: '4.1.0', channel: 'stable', notes: '' } as const;
const FILE = { fileName: 'Acme Editor.zip', size: 11 };
const SHA = 'b'.repeat(64);

const COMMANDS: Readonly<Record<ReleaseCommandName, ReleaseCommand>> = {
  edit: { type: 'edit', changes: { notes: 'Better.' }, revision: null },
  publish: { type: 'publish' },
  withdraw: { type: 'withdraw' },
  discard: { type: 'discard' },
  delete: { type: 'delete', confirmation: '4.1.0' },
};
/** What each command leads to; missing = refused. */
const TABLE: Readonly<Record<ReleaseState, Partial<Record<ReleaseCommandName, ReleaseState | 'gone'>>>> = {
  uploading: { edit: 'uploading', discard: 'gone' },
  draft: { edit: 'draft', publish: 'published', delete: 'gone' },
  published: { edit: 'published', withdraw: 'withdrawn', delete: 'gone' },
  withdrawn: { edit: 'withdrawn', publish: 'published', delete: 'gone' },
};

describe.each(RELEASE_STATES)('a release that is %s', (state) => {
  test.each(RELEASE_COMMANDS)('%s does what the table says, with one event', (name) => {
    const release = aRelease({ state });
    const decision = decideRelease(release, COMMANDS[name], ACTORS.admin, NOW);
    const to = TABLE[state][name];
    expect(releaseRefusal(release, name, ACTORS.admin) === null).toBe(to !== undefined);
    expect(decision.ok).toBe(to !== undefined);
    if (!decision.ok) return;
    expect(decision.release?.state ?? 'gone').toBe(to);
    expect(decision.audit).toHaveLength(1);
    expect(decision.audit[0]).toMatchObject({ about: 'download/release-1', productId: 'acme-editor' });
  });
});

test.each(ACTOR_NAMES)('%s', (name) => {
  const allowed = ['owner', 'admin', 'job', 'api-key'].includes(name);
  for (const command of RELEASE_COMMANDS) {
    const states = RELEASE_STATES.filter((state) => TABLE[state][command] !== undefined);
    for (const state of states) {
      const decision = decideRelease(aRelease({ state }), COMMANDS[command], ACTORS[name], NOW);
      expect(decision).toMatchObject(allowed ? { ok: true } : { ok: false, code: 'FORBIDDEN' });
    }
  }
});

test('the first publication is remembered; coming back does not change it', () => {
  const first = decideRelease(aRelease({ state: 'draft' }), { type: 'publish' }, ACTORS.owner, NOW);
  expect(first).toMatchObject({ release: { releasedAt: NOW } });
  const withdrawn = aRelease({ state: 'withdrawn', releasedAt: later(-9 * DAY) });
  const again = decideRelease(withdrawn, { type: 'publish' }, ACTORS.owner, NOW);
  expect(again).toMatchObject({ release: { releasedAt: later(-9 * DAY) } });
});

test('an edit reaches neither file nor checksum, keeps names safe, and is refused on an old revision', () => {
  const release = aRelease();
  const changes = { fileName: '../Run me.exe', version: '4.1.1' };
  const edited = decideRelease(release, { type: 'edit', changes, revision: 1 }, ACTORS.admin, NOW);
  if (!edited.ok || edited.release === null) throw new Error('the edit was refused');
  const { fileName, version, sha256, size, objectPath } = edited.release;
  expect({ fileName, version }).toEqual({ fileName: 'Run-me.exe', version: '4.1.1' });
  expect({ sha256, size, objectPath }).toEqual({
    sha256: release.sha256,
    size: 11,
    objectPath: release.objectPath,
  });
  expect(decideRelease(release, { type: 'edit', changes, revision: 7 }, ACTORS.admin, NOW)).toMatchObject({
    code: 'CHANGED_MEANWHILE',
  });
  const wrong = { type: 'edit', changes: { version: 'no good' }, revision: null } as const;
  expect(decideRelease(release, wrong, ACTORS.admin, NOW)).toMatchObject({ code: 'VERSION_INVALID' });
});

test('deleting needs the version, typed', () => {
  const typed = (confirmation: string) =>
    decideRelease(aRelease(), { type: 'delete', confirmation }, ACTORS.owner, NOW);
  expect(typed('4.1')).toMatchObject({ code: 'CONFIRMATION_MISMATCH' });
  expect(typed(' 4.1.0 ')).toMatchObject({ ok: true, release: null });
});

describe('an upload', () => {
  test('begins with a release that has no checksum and that nobody sees', () => {
    const made = createRelease(PLACED, aProduct(), FACTS, FILE, NOW);
    expect(made).toMatchObject({
      ok: true,
      release: { state: 'uploading', sha256: null, fileName: 'Acme-Editor.zip', releasedAt: null },
    });
  });
  test.each([
    ['no such product', null, FACTS, FILE, 'PRODUCT_NOT_FOUND'],
    ['a version with a blank', aProduct(), { ...FACTS, version: '4 1' }, FILE, 'VERSION_INVALID'],
    ['an empty file', aProduct(), FACTS, { ...FILE, size: 0 }, 'FILE_EMPTY'],
    ['a file over 2 GB', aProduct(), FACTS, { ...FILE, size: MAX_FILE_SIZE + 1 }, 'FILE_TOO_LARGE'],
  ] as const)('%s is refused', (_what, product, facts, file, code) => {
    expect(createRelease(PLACED, product, facts, file, NOW)).toMatchObject({ ok: false, code });
  });
  test('ends as a draft with the checksum of what is stored', () => {
    const uploading = aRelease({ state: 'uploading' });
    expect(finishUpload(uploading, { size: 11, sha256: SHA }, null, NOW)).toMatchObject({
      release: { state: 'draft', sha256: SHA, size: 11 },
    });
    expect(finishUpload(uploading, { size: 11, sha256: SHA }, SHA.toUpperCase(), NOW)).toMatchObject({
      ok: true,
    });
  });
  test.each([
    ['nothing arrived', null, null, 'UPLOAD_INCOMPLETE'],
    ['a part arrived', { size: 10, sha256: SHA }, null, 'UPLOAD_INCOMPLETE'],
    ['more arrived', { size: 12, sha256: SHA }, null, 'UPLOAD_INCOMPLETE'],
    ['something else arrived', { size: 11, sha256: SHA }, 'c'.repeat(64), 'CHECKSUM_MISMATCH'],
  ] as const)('%s: refused', (_what, stored, expected, code) => {
    expect(finishUpload(aRelease({ state: 'uploading' }), stored, expected, NOW)).toMatchObject({ code });
  });
  test('may begin again at another place while the file is missing, and never afterwards', () => {
    const file = { fileName: 'other.zip', size: 12 };
    for (const state of RELEASE_STATES) {
      const again = reopenUpload(aRelease({ state }), file, 'releases/production/y', ACTORS.admin, NOW);
      if (state === 'uploading') {
        const release = { fileName: 'other.zip', size: 12, objectPath: 'releases/production/y' };
        expect(again).toMatchObject({ ok: true, release });
      } else {
        expect(again).toMatchObject({ ok: false, code: 'ALREADY_UPLOADED' });
        expect(finishUpload(aRelease({ state }), { size: 11, sha256: SHA }, null, NOW)).toMatchObject({
          code: 'ALREADY_UPLOADED',
        });
      }
    }
  });
});
