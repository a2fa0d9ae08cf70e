import {
  orphanedDevice,
  orphanedLicense,
  renamedDevice,
  renamedLicense,
} from '@latchkey/domain/customer/copies';
import { DELETED_CUSTOMER_ID, ownerWords } from '@latchkey/domain/customer/customer';
import { auditRow, deviceRow, licenseRow } from '@latchkey/domain/customer/exportRows';
import { probablyMeant } from '@latchkey/domain/customer/mistyped';
import { CUSTOMER_PARTS, ExportedRow } from '@latchkey/domain/wire/console/exportCustomer';
import { customer as namedCustomer } from '@latchkey/domain/wire/console/fields';
import { licenseEvent } from '@latchkey/domain/audit/draft';
import { renewLicense } from '@latchkey/domain/license/renew';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { describe, expect, test } from 'vitest';
import {
  ACTORS,
  aDevice,
  aGenerator,
  aLicense,
  aProduct,
  aStanding,
  DAY,
  later,
  NOW,
} from '../../support/builders.ts';

const OWNED = LICENSE_STATUSES.filter((status) => status !== 'available');

describe('a new name', () => {
  test('reaches the license and what finds it, and nothing else', () => {
    const before = aLicense();
    const after = renamedLicense(before, 'Grace');
    expect(after).toEqual({ ...before, customerName: 'Grace', search: after?.search });
    expect(after?.search).toHaveProperty('GRA', true);
    expect(after?.search).not.toHaveProperty('LOV');
    expect(after && renamedLicense(after, 'Grace')).toBeNull();
  });
  test('reaches devices, once', () => {
    const after = renamedDevice(aDevice(), 'Grace');
    expect(after).toMatchObject({ customerName: 'Grace' });
    expect(after && renamedDevice(after, 'Grace')).toBeNull();
  });
});

describe('the license of a deleted customer', () => {
  test.each(OWNED)('that is %s stays so, with its devices counted, and names nobody', (status) => {
    const before = aLicense({ status, activationCount: 2 });
    const after = orphanedLicense(before, NOW)?.license;
    const { customerId, customerName, customerEmail, search, ...rest } = after ?? before;
    expect([customerId, customerName, customerEmail]).toEqual([DELETED_CUSTOMER_ID, null, null]);
    expect(before).toMatchObject(rest);
    expect(Object.keys(search ?? {}).filter((token) => /@|LOV|OVE|XAM|DAL/.test(token))).toEqual([]);
    expect(after && ownerWords(after)).toBe('Deleted customer');
  });
  test('leaves an event that names both by id alone', () => {
    const audit = orphanedLicense(aLicense(), NOW)?.audit;
    expect(audit?.changes).toEqual({ customerId: { before: 'customer-a', after: 'deleted' } });
    expect(JSON.stringify(audit)).not.toMatch(/ada@|Lovelace/);
  });
  test('that came only after the deletion is left alone: who returns is another', () => {
    const later1 = aLicense({ assignedAt: later(1) });
    expect(orphanedLicense(later1, NOW)).toBeNull();
    expect(orphanedLicense({ ...later1, assignedAt: NOW }, NOW)).not.toBeNull();
    expect(orphanedDevice(aDevice({ activatedAt: later(1) }), NOW)).toBeNull();
  });
  test('is not renewed for nobody', () => {
    const license = orphanedLicense(aLicense({ status: 'expired' }), NOW)?.license ?? aLicense();
    const facts = { product: aProduct(), generator: aGenerator(), defaultGraceDays: 0 };
    const made = { id: 'new', key: 'K', keyHash: 'h' };
    const refused = renewLicense(aStanding(license), facts, made, null, ACTORS.owner, NOW);
    expect(refused).toMatchObject({ ok: false, code: 'CUSTOMER_DELETED' });
  });
  test('its devices go on under their identifier; the name their owner gave them goes', () => {
    const before = aDevice({ label: 'Ada’s laptop' });
    const after = orphanedDevice(before, NOW);
    expect(after).toMatchObject({ identifier: 'HW-1', status: 'active', label: null, customerEmail: null });
    expect(Object.keys(after?.search ?? {})).not.toContain('LAP');
  });
});

test('what is handed out about a customer passes the wire, and holds no note, metadata or name of ours', () => {
  const event = {
    ...licenseEvent('license.revoked', aLicense(), { note: 'secret', reason: 'why' }),
    id: 'e',
  };
  const rows = [
    licenseRow(aLicense({ expiresAt: later(DAY) }), NOW),
    deviceRow(aDevice()),
    auditRow({ ...event, at: NOW, actor: ACTORS.owner, requestId: 'r' }),
  ];
  expect(rows).toHaveLength(CUSTOMER_PARTS.length);
  for (const row of rows) expect(ExportedRow.parse(row)).toEqual(row);
  expect(JSON.stringify(rows)).not.toMatch(/secret|"owner"/);
});

test.each([
  ['jo@gmial.com', 'jo@gmail.com'],
  ['jo@gmal.com', 'jo@gmail.com'],
  ['jo@gmaill.com', 'jo@gmail.com'],
  ['jo@hotmial.com', 'jo@hotmail.com'],
  ['jo@gmail.con', 'jo@gmail.com'],
  ['jo@gmail.com', null],
  ['jo@GMAIL.com', null],
  ['jo@mail.com', null],
  ['jo@example.com', null],
  ['@gmial.com', null],
  ['', null],
])('%j was probably meant to be %j', (typed, meant) => {
  // "mail.com" is a real provider, one letter from gmail.com.
  expect(probablyMeant(typed)).toBe(meant);
});

test.each([[''], ['  ']])('a name of %j is none on the wire', (name) => {
  expect(namedCustomer.parse({ email: 'a@example.com', name })).toEqual({
    email: 'a@example.com',
    name: null,
  });
});
