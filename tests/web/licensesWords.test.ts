import { describe, expect, it } from 'vitest';
import { LICENSE_STATUSES } from '@latchkey/domain/license/license';
import { closedToOwner, deactivateWords } from '../../web/src/activations/own/ownDeviceWords.ts';
import { filterDevices } from '../../web/src/activations/own/ownDevices.ts';
import { expiryWords } from '../../web/src/licenses/expiryWords.ts';
import { featureLines } from '../../web/src/licenses/featureWords.ts';
import { filterOwn } from '../../web/src/licenses/own/ownFilter.ts';
import { ownTotals } from '../../web/src/licenses/own/ownTotals.ts';
import { ownSlotWords, ownStateWords } from '../../web/src/licenses/own/ownWords.ts';
import { slotSentence, slotWords } from '../../web/src/licenses/slotWords.ts';
import { aDevice, aLicense, DAY, later, NOW } from '../support/builders.ts';

describe('what the portal says', () => {
  it.each([
    ['assigned', 'Ready to use'],
    ['active', 'In use'],
    ['inactive', 'paused by the seller'],
    ['suspended', 'stopped by the seller'],
    ['expired', 'time of this license is over'],
    ['revoked', 'ended by the seller'],
  ] as const)('of a license that is %s: "…%s…"', (status, words) => {
    expect(ownStateWords(aLicense({ status }), NOW)).toContain(words);
  });

  it('uses plain words without exclamation marks for every state', () => {
    for (const status of LICENSE_STATUSES) {
      expect(ownStateWords(aLicense({ status }), NOW)).not.toMatch(/!|abuse|validat|entitle|instance/i);
    }
  });

  it('goes by the clock, and grace has its own words', () => {
    const due = aLicense({ status: 'active', expiresAt: later(-DAY) });
    expect(ownStateWords(due, NOW)).toContain('over');
    expect(ownStateWords({ ...due, graceDays: 7 }, NOW)).toContain('still works for a short time');
  });

  it('says when all places are taken', () => {
    const full = aLicense({ status: 'active', activationLimit: 2, activationCount: 2 });
    expect(ownStateWords(full, NOW)).toContain('as many devices as it allows');
    expect(ownSlotWords(full)).toBe('2 of 2 devices');
    expect(ownSlotWords({ ...full, activationLimit: -1 })).toBe('2 devices, no limit');
  });

  it.each([
    ['active', true],
    ['suspended', false],
    ['deactivated', false],
  ] as const)('a device that is %s may be deactivated: %s', (status, may) => {
    expect(closedToOwner(aDevice({ status })) === null).toBe(may);
  });

  it('tells before deactivating what stops working and where', () => {
    const { title, consequence } = deactivateWords(
      aDevice({ identifier: 'shop.example.com', identifierType: 'domain' }),
    );
    expect(title).toContain('domain');
    expect(consequence).toContain('stops working on shop.example.com');
  });
});

describe('when a license ends', () => {
  const on = (expiresAt: Date | null, part = {}) =>
    expiryWords(aLicense({ status: 'active', expiresAt, ...part }), NOW, 'UTC');

  it.each([
    ['a far date', later(90 * DAY), {}, null, 'plain'],
    ['thirty days', later(30 * DAY), {}, 'in 30 days', 'soon'],
    ['tomorrow', later(1.5 * DAY), {}, 'in 1 day', 'soon'],
    ['an hour', later(DAY / 24), {}, 'within a day', 'soon'],
    ['yesterday', later(-DAY), {}, 'ended yesterday', 'over'],
    ['yesterday in grace', later(-DAY), { graceDays: 7 }, 'works for 6 more days', 'soon'],
    ['yesterday, never assigned', later(-DAY), { status: 'available' }, 'date has passed', 'over'],
    ['yesterday, but revoked', later(-DAY), { status: 'revoked' }, null, 'plain'],
  ] as const)('%s', (_name, date, part, note, tone) => {
    expect(on(date, part)).toMatchObject({ note, tone });
  });

  it('Lifetime and a validity that has not begun have words of their own', () => {
    expect(on(null).text).toBe('Lifetime');
    const validity = { amount: 30, unit: 'days', from: 'assignment' } as const;
    expect(on(null, { status: 'available', validity }).text).toBe('30 days from assignment');
  });

  it('tells the day in the zone of the reader', () => {
    const license = aLicense({ expiresAt: new Date('2027-03-14T22:59:59Z') });
    expect(expiryWords(license, NOW, 'Europe/Berlin').text).toBe('14 Mar 2027');
    expect(expiryWords(license, NOW, 'Asia/Tokyo').text).toBe('15 Mar 2027');
  });
});

describe('figures', () => {
  it('no limit is a sign in tables and words elsewhere', () => {
    expect(slotWords({ activationCount: 7, activationLimit: -1 })).toBe('7 / ∞');
    expect(slotSentence({ activationCount: 1, activationLimit: 3 })).toBe('1 of 3 devices in use');
  });

  it('features are told as the software sees them', () => {
    const lines = featureLines({ seats: 25, beta: false, export: true, empty: '', zero: 0 });
    expect(lines.map(({ name, words }) => `${name}: ${words}`)).toEqual([
      'beta: Not included',
      'empty: Not included',
      'export: Included',
      'seats: 25',
      'zero: Not included',
    ]);
  });
});

describe('what a customer looks for', () => {
  const active = aLicense({ id: 'a', status: 'active', expiresAt: later(10 * DAY), activationCount: 2 });
  const due = aLicense({ id: 'b', status: 'active', expiresAt: later(-DAY), activationCount: 1 });
  const other = aLicense({ id: 'c', status: 'assigned', productName: 'Other', expiresAt: null });
  const all = [active, due, other];

  it.each([
    [{ status: 'active' }, ['a']],
    [{ status: 'expired' }, ['b']],
    [{ product: 'Other' }, ['c']],
    [{ search: 'othe' }, ['c']],
    [{}, ['a', 'b', 'c']],
  ] as const)('%j finds %j', (part, ids) => {
    const filter = { search: '', status: null, product: null, ...part };
    expect(filterOwn(all, filter, NOW).map(({ id }) => id)).toEqual(ids);
  });

  it('totals go by the clock', () => {
    const totals = ownTotals(all, NOW);
    expect(totals).toMatchObject({ total: 3, active: 1, devices: 3 });
    expect(totals.expiringSoon.map(({ id }) => id)).toEqual(['a']);
  });

  it('devices are found by identifier and by name', () => {
    const devices = [
      aDevice({ id: '1', identifier: 'HW-1', label: 'Studio' }),
      aDevice({ id: '2', identifier: 'HW-2', label: null, status: 'deactivated' }),
    ];
    expect(filterDevices(devices, { search: 'stud', status: null }).map(({ id }) => id)).toEqual(['1']);
    expect(filterDevices(devices, { search: 'hw', status: 'deactivated' }).map(({ id }) => id)).toEqual([
      '2',
    ]);
  });
});
