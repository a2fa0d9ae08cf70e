import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@latchkey/domain/json';
import { checkCustomer } from '../../web/src/customers/customerForm.ts';
import {
  checkEditForm,
  dateLocked,
  editFormOf,
  ownerChange,
  ownerLocked,
  type EditForm,
} from '../../web/src/licenses/console/editForm.ts';
import { checkIssueForm, emptyIssueForm, type IssueForm } from '../../web/src/licenses/console/issueForm.ts';
import { checkJsonText } from '../../web/src/ui/jsonText.ts';
import { mergeForms } from '../../web/src/ui/useRecordForm.ts';
import { dayOf, endOfDay } from '../../web/src/ui/zonedDate.ts';
import { ACTORS, aLicense, DAY, later, NOW } from '../support/builders.ts';

const PLACE = { environment: 'staging', timeZone: 'Europe/Berlin', now: NOW } as const;
const GOOD: IssueForm = { ...emptyIssueForm(), productId: 'p', generatorId: 'g' };

describe('Create license', () => {
  it('needs no more than product and generator', () => {
    const request = { environment: 'staging', productId: 'p', generatorId: 'g' };
    expect(checkIssueForm(GOOD, PLACE)).toEqual({ ok: true, request });
  });

  it('says beside the field what is wrong', () => {
    const cases: [Partial<IssueForm>, string][] = [
      [{ productId: null }, 'productId'],
      [{ generatorId: null }, 'generatorId'],
      [{ customer: { email: 'ada', name: '' } }, 'email'],
      [{ customer: { email: '', name: 'Ada' } }, 'email'],
      [{ customer: { email: 'ada@example.com', name: 'A'.repeat(256) } }, 'name'],
      [{ limit: { unlimited: false, text: '0' } }, 'limit'],
      [{ limit: { unlimited: false, text: '10001' } }, 'limit'],
      [{ limit: { unlimited: false, text: '-1' } }, 'limit'],
      [{ limit: { unlimited: false, text: '2.5' } }, 'limit'],
      [{ limit: { unlimited: false, text: 'many' } }, 'limit'],
      [{ expiry: { kind: 'date', day: '' } }, 'expiry'],
      [{ expiry: { kind: 'date', day: '2026-03-03' } }, 'expiry'],
      [{ features: '[1]' }, 'features'],
      [{ features: '{"a":' }, 'features'],
      [{ metadata: '"x"' }, 'metadata'],
      [{ metadata: JSON.stringify({ a: 'x'.repeat(10 * 1024) }) }, 'metadata'],
    ];
    for (const [part, field] of cases) {
      const checked = checkIssueForm({ ...GOOD, ...part }, PLACE);
      expect(checked.ok ? null : Object.keys(checked.errors), JSON.stringify(part).slice(0, 80)).toEqual([
        field,
      ]);
    }
  });

  it('sends what was entered in the form of the wire', () => {
    const form: IssueForm = {
      ...GOOD,
      customer: { email: ' Ada@Example.com ', name: ' Ada ' },
      limit: { unlimited: true, text: '' },
      expiry: { kind: 'date', day: '2027-03-14' },
      features: '{"export": true}',
      metadata: '{"order": 7}',
    };
    expect(checkIssueForm(form, PLACE)).toEqual({
      ok: true,
      request: {
        environment: 'staging',
        productId: 'p',
        generatorId: 'g',
        customer: { email: 'ada@example.com', name: 'Ada' },
        activationLimit: -1,
        expiresAt: '2027-03-14T22:59:59.000Z',
        features: { export: true },
        metadata: { order: 7 },
      },
    });
  });

  it('takes Lifetime as a choice of its own, apart from the default of the generator', () => {
    const checked = checkIssueForm({ ...GOOD, expiry: { kind: 'lifetime', day: '' } }, PLACE);
    expect(checked.ok && checked.request.expiresAt).toBeNull();
  });
});

describe('dates picked in forms', () => {
  it.each([
    ['2027-03-14', 'Europe/Berlin', '2027-03-14T22:59:59.000Z'],
    ['2027-03-28', 'Europe/Berlin', '2027-03-28T21:59:59.000Z'],
    ['2027-10-31', 'Europe/Berlin', '2027-10-31T22:59:59.000Z'],
    ['2027-07-01', 'America/Los_Angeles', '2027-07-02T06:59:59.000Z'],
    ['2027-07-01', 'Pacific/Kiritimati', '2027-07-01T09:59:59.000Z'],
    ['2028-02-29', 'UTC', '2028-02-29T23:59:59.000Z'],
  ])('%s in %s ends at %s', (day, zone, moment) => {
    const end = endOfDay(day, zone);
    expect(end?.toISOString()).toBe(moment);
    expect(end && dayOf(end, zone)).toBe(day);
  });

  it.each(['', '2027-02-30', '14.3.2027', '2027-13-01'])('"%s" is no day', (day) => {
    expect(endOfDay(day, 'UTC')).toBeNull();
  });
});

describe('JSON that is typed', () => {
  it('may be left empty', () =>
    expect(checkJsonText('  ', 'features')).toEqual({ ok: true, value: undefined }));

  it.each(['{', 'null', '[]', '1', '{"__x__": 1}', '{"a": [[1]]}', '{"": 1}'])('is refused: %s', (text) => {
    expect(checkJsonText(text, 'metadata').ok).toBe(false);
  });

  it('names the line', () => {
    const checked = checkJsonText('{\n  "a": 1,\n  "b": oops\n}', 'features');
    expect(checked.ok ? '' : checked.error).toMatch(/line 3|not complete/);
  });
});

describe('Edit license', () => {
  const metadata: JsonObject = { order: 7 };
  const license = aLicense({
    status: 'active',
    expiresAt: new Date('2026-12-31T22:59:59Z'),
    activationLimit: 3,
  });
  const opened = { license, metadata };
  const form = (part: Partial<EditForm> = {}): EditForm => ({
    ...editFormOf(license, metadata, 'Europe/Berlin'),
    ...part,
  });

  it('changes nothing when nothing was touched', () => {
    expect(checkEditForm(form(), opened, PLACE)).toEqual({
      ok: true,
      changes: {},
      customer: null,
      changed: [],
    });
  });

  it.each([
    [{ limit: { unlimited: true, text: '' } }, { activationLimit: -1 }, ['limit']],
    [{ expiry: { kind: 'lifetime', day: '' } }, { expiresAt: null }, ['expiry']],
    [{ expiry: { kind: 'date', day: '2027-01-31' } }, { expiresAt: '2027-01-31T22:59:59.000Z' }, ['expiry']],
    [{ graceDays: '7' }, { graceDays: 7 }, ['graceDays']],
    [{ features: '{"beta": true}' }, { features: { beta: true } }, ['features']],
    [{ metadata: '' }, { metadata: {} }, ['metadata']],
  ] as [Partial<EditForm>, object, string[]][])('sends only what changed: %j', (part, changes, changed) => {
    expect(checkEditForm(form(part), opened, PLACE)).toEqual({ ok: true, changes, customer: null, changed });
  });

  describe('the customer', () => {
    const free = aLicense({ status: 'available' });
    const place = { license: free, metadata };
    const named = (email: string, of = free, name = ''): EditForm => ({
      ...editFormOf(of, metadata, 'UTC'),
      customer: { email, name },
    });

    it('of an available license may be left out, or named: then it is assigned with the rest of the form', () => {
      expect(checkEditForm(named(''), place, PLACE)).toMatchObject({ customer: null, changed: [] });
      const checked = checkEditForm(
        { ...named(' New@Example.com', free, 'New'), graceDays: '3' },
        place,
        PLACE,
      );
      expect(checked).toEqual({
        ok: true,
        changes: { graceDays: 3 },
        customer: { email: 'new@example.com', name: 'New' },
        changed: ['customer', 'graceDays'],
      });
      expect(ownerChange(named('new@example.com'), free)).toBe('assign');
    });

    it('of a license with one is another one by transfer, and the same one in other letters is no change', () => {
      expect(ownerChange(named('bob@example.org', license), license)).toBe('transfer');
      expect(ownerChange(named(' ADA@example.com ', license), license)).toBe('none');
    });

    it('cannot be taken away, and is an address', () => {
      for (const email of ['', 'bob']) {
        const checked = checkEditForm(named(email, license), opened, PLACE);
        expect(checked.ok ? {} : checked.errors).toHaveProperty('customer');
      }
    });

    it.each([
      ['available', null],
      ['assigned', null],
      ['active', null],
      ['inactive', /inactive/],
      ['suspended', /suspended/],
      ['expired', /Renew/],
      ['revoked', /final/],
    ] as const)('is open or says why not: %s', (status, reason) => {
      const closed = ownerLocked(aLicense({ status }), ACTORS.operator, NOW);
      if (reason === null) expect(closed).toBeNull();
      else expect(closed).toMatch(reason);
      expect(ownerLocked(aLicense({ status }), ACTORS.viewer, NOW)).toContain('role');
    });
  });

  it('lets a past date that nobody touched stand', () => {
    const past = aLicense({ status: 'available', customerId: null, expiresAt: later(-DAY) });
    const before = editFormOf(past, metadata, 'UTC');
    const checked = checkEditForm(
      { ...before, graceDays: '3' },
      { license: past, metadata },
      { ...PLACE, timeZone: 'UTC' },
    );
    expect(checked).toMatchObject({ ok: true, changed: ['graceDays'] });
  });

  it('refuses a date that is moved into the past', () => {
    const checked = checkEditForm(form({ expiry: { kind: 'date', day: '2026-01-01' } }), opened, PLACE);
    expect(checked.ok ? {} : checked.errors).toHaveProperty('expiry');
  });

  it('locks the date of an expired license, and only of such a one', () => {
    expect(dateLocked(aLicense({ status: 'active', expiresAt: later(-DAY) }), NOW)).toContain('Renew');
    expect(dateLocked(license, NOW)).toBeNull();
  });

  it('keeps what was entered when somebody else changed other fields meanwhile', () => {
    const mine = form({ limit: { unlimited: false, text: '9' } });
    const newer = form({ features: '{\n  "beta": true\n}' });
    expect(mergeForms(form(), mine, newer)).toEqual({ ...newer, limit: mine.limit });
  });
});

describe('a customer', () => {
  it('is folded as the server folds it', () => {
    const customer = { email: 'ada@example.com', name: null };
    expect(checkCustomer({ email: ' ADA@example.com', name: ' ' })).toEqual({ ok: true, customer });
  });
});
