import { mayGoOn } from '@latchkey/domain/job/starter';
import type { Person } from '@latchkey/domain/access/person';
import { BULK_PAGE, prepareBulk } from '@latchkey/domain/job/bulk';
import { isSelected } from '@latchkey/domain/job/selection';
import type { BulkCommand, SelectedLicenses } from '@latchkey/domain/job/work';
import { confirmedNumber, jobPermission, needsConfirmation } from '@latchkey/domain/job/work';
import { StartJobRequest } from '@latchkey/domain/wire/console/startJob';
import { describe, expect, test } from 'vitest';
import { ACTORS, aLicense, DAY, later, NOW } from '../../support/builders.ts';

const why = { publicReason: 'because', note: null };
const COMMANDS: readonly (readonly [BulkCommand, boolean, string])[] = [
  [{ type: 'assign', customer: { email: 'a@example.com', name: null } }, false, 'licenses.write'],
  [{ type: 'inactivate', ...why }, false, 'licenses.write'],
  [{ type: 'reactivate' }, false, 'licenses.write'],
  [{ type: 'suspend', ...why }, false, 'licenses.write'],
  [{ type: 'unsuspend' }, false, 'licenses.write'],
  [{ type: 'revoke', ...why }, true, 'licenses.write'],
  [{ type: 'delete' }, true, 'licenses.delete'],
];
const ids = (count: number) => Array.from({ length: count }, (_, index) => `license-${index}`);
const none: SelectedLicenses = { search: null, status: null, productId: null, createdSince: null };

describe.each(COMMANDS)('%j', (command, confirmed, permission) => {
  const pick = (count: number, typed: number | null) =>
    prepareBulk({ command, selection: { by: 'ids', ids: ids(count) }, confirmed: typed });

  test(`asks for the number: ${confirmed}, and for the permission ${permission}`, () => {
    expect(needsConfirmation(command.type)).toBe(confirmed);
    expect(pick(3, 3).ok).toBe(true);
    expect(pick(3, null).ok).toBe(!confirmed);
    expect(pick(3, 2).ok).toBe(!confirmed);
    const prepared = pick(3, 3);
    expect(prepared.ok && jobPermission(prepared.work)).toBe(permission);
  });

  test('on the wire: as it is, and with nothing added', () => {
    const confirmation = confirmed ? { confirmation: '2' } : {};
    const work = { kind: 'bulk-licenses', command, selection: { by: 'ids', ids: ids(2) }, ...confirmation };
    const ask = (changed: object) =>
      StartJobRequest.safeParse({ environment: 'production', work: changed }).success;
    expect(ask(work)).toBe(true);
    expect(ask({ ...work, command: { ...command, force: true } })).toBe(false);
    expect(ask({ ...work, extra: 1 })).toBe(false);
    expect(ask({ ...work, kind: 'bulk' })).toBe(false);
    expect(ask({ ...work, confirmation: undefined })).toBe(!confirmed);
    if ('publicReason' in command) {
      const bare = ask({ ...work, command: { ...command, publicReason: ' ' } });
      expect(bare).toBe(command.type === 'inactivate');
    }
  });
});

describe('a selection on the wire', () => {
  const ask = (selection: unknown) => {
    const work = { kind: 'bulk-licenses', command: { type: 'reactivate' }, selection };
    return StartJobRequest.safeParse({ environment: 'production', work }).success;
  };
  test.each([
    [1000, true],
    [1001, false],
    [0, false],
  ])('%d licenses picked by hand: %s', (count, ok) => {
    expect(ask({ by: 'ids', ids: ids(count) })).toBe(ok);
  });
  test.each([
    [{ by: 'ids', ids: ['a', 'a'] }, false],
    [{ by: 'ids', ids: ['../x'] }, false],
    [{ by: 'filter', filter: {} }, true],
    [{ by: 'filter', filter: { search: 'a' } }, false],
    [{ by: 'filter', filter: { search: 'ab' } }, true],
    [{ by: 'filter', filter: { search: '-_' } }, false],
    [{ by: 'filter', filter: { status: 'gone' } }, false],
    [{ by: 'filter', filter: { status: 'active', productId: 'p', createdSince: NOW.toISOString() } }, true],
    [{ by: 'filter', filter: { createdSince: 'yesterday' } }, false],
    [{ by: 'filter', filter: { customerId: 'c' } }, false],
    [{ by: 'all' }, false],
  ])('%j: %s', (selection, ok) => {
    expect(ask(selection)).toBe(ok);
  });
});

test('licenses that were picked are cut into pages, none lost and none twice', () => {
  for (const count of [1, BULK_PAGE, BULK_PAGE + 1, 1000]) {
    const selection = { by: 'ids', ids: ids(count) } as const;
    const prepared = prepareBulk({ command: { type: 'reactivate' }, selection, confirmed: null });
    if (!prepared.ok) throw new Error(prepared.code);
    expect(prepared).toMatchObject({ total: count, allPlanned: true, hidden: null });
    expect(prepared.pages.flatMap((page) => ('ids' in page ? page.ids : []))).toEqual(selection.ids);
    expect(prepared.pages).toHaveLength(Math.ceil(count / BULK_PAGE));
  }
});

test.each([
  ['DEMO-ACTI-VE00-0001', 'DEMO-ACT'],
  ['ada@example.com', 'ada@example.com'],
  ['@example.com', '@example.com'],
])('a job that searches for %s shows %s and keeps the whole beside it', (search, shown) => {
  const selection = { by: 'filter', filter: { ...none, search } } as const;
  const prepared = prepareBulk({ command: { type: 'delete' }, selection, confirmed: 5 });
  if (!prepared.ok) throw new Error(prepared.code);
  expect(prepared.work).toMatchObject({ selection: { filter: { search: shown } }, confirmed: 5 });
  expect(prepared).toMatchObject({ hidden: { search }, total: null, allPlanned: false, pages: [] });
});

test.each([
  ['1204', 1204],
  ['1,204', 1204],
  [' 1 204 ', 1204],
  ['1.204', 1204],
  ["1'204", 1204],
  ['', null],
  ['-3', null],
  ['12a', null],
  ['1e3', null],
])('the number typed as %j is %j', (text, number) => {
  expect(confirmedNumber(text)).toBe(number);
});

describe('a license is meant', () => {
  const license = aLicense({ createdAt: later(-DAY) });
  test.each<[string, Partial<SelectedLicenses>, boolean]>([
    ['by no filter at all', {}, true],
    ['of its state', { status: 'active' }, true],
    ['of another state', { status: 'assigned' }, false],
    ['of its product', { productId: 'acme-editor' }, true],
    ['of another product', { productId: 'acme-plugin' }, false],
    ['created at that very moment', { createdSince: later(-DAY) }, true],
    ['created a moment too early', { createdSince: later(-DAY + 1) }, false],
    ['whose customer contains the text', { search: 'lovelace' }, true],
    ['whose texts do not contain it', { search: 'babbage' }, false],
  ])('%s: %#', (_, filter, expected) => {
    expect(isSelected(license, { ...none, ...filter }, NOW)).toBe(expected);
  });

  test('up to the moment at which the job was started, and not later', () => {
    expect(isSelected(license, none, later(-DAY))).toBe(true);
    expect(isSelected(license, none, later(-DAY - 1))).toBe(false);
  });
});

describe('a job goes on', () => {
  const person: Person = {
    uid: 'uid-admin',
    email: 'a@example.com',
    name: null,
    role: 'admin',
    environments: null,
    customerId: null,
    disabled: false,
    claimsValidAfter: NOW,
    createdAt: NOW,
  };
  const may = (change: Partial<Person> | null, permission = 'licenses.delete' as const) =>
    mayGoOn(
      ACTORS.admin,
      { person: change && { ...person, ...change }, apiKey: null },
      'production',
      permission,
      NOW,
    );

  test.each<[string, Partial<Person> | null, boolean]>([
    ['of an admin', {}, true],
    ['of an owner by now', { role: 'owner' }, true],
    ['of an operator by now', { role: 'operator' }, false],
    ['of nobody of the console by now', { role: null }, false],
    ['of somebody whose account is off', { disabled: true }, false],
    ['of somebody who is not there any more', null, false],
    ['of somebody limited to this environment', { environments: ['production'] }, true],
    ['of somebody limited to another', { environments: ['staging'] }, false],
  ])('deleting in the name %s: %#', (_, change, expected) => {
    expect(may(change)).toBe(expected);
  });

  test('in the name of what has no account only where that may start jobs', () => {
    const open = Object.entries(ACTORS).filter(([, actor]) =>
      mayGoOn(actor, { person: null, apiKey: null }, 'production', 'licenses.write', NOW),
    );
    expect(open.map(([name]) => name)).toEqual(['clock', 'contract', 'job']);
  });
});
