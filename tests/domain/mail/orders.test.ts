import { mailsOfChange } from '@latchkey/domain/mail/fromAudit';
import { cursorsFor, reach, reminderName, reminderOf, walkDue } from '@latchkey/domain/mail/reminders';
import { dayWords, licenseValues } from '@latchkey/domain/mail/words';
import { AUDIT_ACTIONS } from '@latchkey/domain/audit/event';
import { describe, expect, test } from 'vitest';
import { aLicense, DAY, later, NOW } from '../../support/builders.ts';

const ON = { assignment: true, suspended: true, revoked: true, expired: true };
const license = aLicense({ status: 'active', expiresAt: later(DAY) });

describe('which event asks for which mail', () => {
  const asked = Object.fromEntries(
    AUDIT_ACTIONS.flatMap((action) => {
      const [mail] = mailsOfChange(license, [{ action, licenseId: license.id }], ON);
      return mail ? [[action, mail.kind]] : [];
    }),
  );
  test('is this table and no more', () => {
    expect(asked).toEqual({
      'license.assigned': 'assignment',
      'license.transferred': 'assignment',
      'license.suspended': 'suspended',
      'license.revoked': 'revoked',
      'license.expired': 'expired',
    });
  });
  test('none for a license of nobody, for another license, or where it is switched off', () => {
    const event = { action: 'license.revoked', licenseId: license.id } as const;
    expect(mailsOfChange({ ...license, customerEmail: null }, [event], ON)).toEqual([]);
    expect(mailsOfChange(license, [{ ...event, licenseId: 'other' }], ON)).toEqual([]);
    expect(mailsOfChange(license, [event], { ...ON, revoked: false })).toEqual([]);
    expect(mailsOfChange(license, [event], ON)).toHaveLength(1);
  });
  test('carries the public reason, and neither key nor note', () => {
    const told = { ...license, publicReason: 'because' };
    const [mail] = mailsOfChange(told, [{ action: 'license.revoked', licenseId: license.id }], ON);
    expect(mail?.facts).toEqual({ reason: 'because' });
    expect(JSON.stringify(mail)).not.toContain(license.key);
  });
});

test('a reminder is this one by its license, its date and the days ahead', () => {
  const names = [
    reminderName(license, 7),
    reminderName(license, 14),
    reminderName({ ...license, id: 'other' }, 7),
    reminderName({ ...license, expiresAt: later(2 * DAY) }, 7),
  ];
  expect(new Set(names).size).toBe(4);
  expect(reminderOf(license, 1)?.facts.daysLeft).toBe('1 day');
});

test('walks begin at what comes within reach from now on, and end when they have come up to it', () => {
  const fresh = cursorsFor({}, [30, 7], NOW);
  expect(walkDue(fresh, [30, 7], NOW)).toBeUndefined();
  expect(walkDue(fresh, [30, 7], later(1))).toBe(30);
  const half = { ...fresh, d30: { at: reach(30, NOW), path: 'x' } };
  expect(walkDue(half, [30, 7], NOW)).toBe(30);
  expect(Object.keys(cursorsFor(half, [7], NOW))).toEqual(['d7']);
});

test('a license in words', () => {
  expect(dayWords(new Date('2027-03-31T23:59:59Z'))).toBe('31 March 2027');
  expect(licenseValues(aLicense({ activationLimit: -1, expiresAt: null, validity: null }))).toMatchObject({
    activationLimit: 'any number of devices',
    expires: 'never',
  });
  expect(licenseValues(aLicense({ activationLimit: 1 })).activationLimit).toBe('1 device');
});
