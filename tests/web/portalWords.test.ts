import { describe, expect, test } from 'vitest';
import { selfServiceAllowance } from '@latchkey/domain/activation/selfService';
import { diagnose } from '@latchkey/domain/license/diagnosis';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { deviceRule } from '../../web/src/activations/own/deviceRule.ts';
import { identifierOf, ownFindings } from '../../web/src/licenses/own/diagnosis/ownQuestion.ts';
import { filterOwn, OWN_STATES, ownStatusOf } from '../../web/src/licenses/own/ownFilter.ts';
import { newestOwn } from '../../web/src/licenses/own/newestOwn.ts';
import { ownTotals } from '../../web/src/licenses/own/ownTotals.ts';
import { countWords } from '../../web/src/portal/countWords.ts';
import { ownActivity } from '../../web/src/portal/ownActivity.ts';
import { licenses } from '../../web/src/words/licenses.en.ts';
import { aDevice, aLicense, DAY, later, NOW } from '../support/builders.ts';

const portal = { ...defaultsOf('portal'), deactivationLimit: 2, deactivationDays: 30 };
const day = (moment: Date): string => moment.toISOString().slice(0, 10);

describe('the rule of taking devices off, in words', () => {
  test.each([
    [[], /1 more is possible afterwards/],
    [[1], /the last one/],
  ])('before: %j', (days, left) => {
    const license = { selfDeactivations: days.map((ago) => later(-ago * DAY)) };
    const rule = deviceRule(license, portal, NOW, day);
    expect(rule.closed).toBeNull();
    expect(rule.left).toMatch(left);
  });

  test('when it bites it says when the next one is possible: the moment by which the server decides', () => {
    const license = { selfDeactivations: [later(-DAY), later(-2 * DAY)] };
    const { possibleAt } = selfServiceAllowance(license, portal, NOW);
    expect(deviceRule(license, portal, NOW, day).closed).toContain(possibleAt && day(possibleAt));
  });

  test('without a limit there is nothing to say, and switched off it says whom to ask', () => {
    expect(deviceRule({}, defaultsOf('portal'), NOW, day)).toEqual({ closed: null, left: null });
    const off = { ...portal, deactivation: false };
    expect(deviceRule({}, off, NOW, day).closed).toMatch(/ask them/);
  });
});

describe('what somebody enters as a device', () => {
  test.each([
    ['HW-1', { type: 'hardware', value: 'HW-1' }],
    ['  shop.example.com ', { type: 'domain', value: 'shop.example.com' }],
    ['https://www.Shop.example.com/cart', { type: 'domain', value: 'shop.example.com' }],
    ['01:23:45:67:89:ab', { type: 'hardware', value: '01:23:45:67:89:ab' }],
    [' ', null],
  ])('%s', (text, identifier) => {
    expect(identifierOf(text, [])).toEqual(identifier);
  });

  test('a device that they have wins over what it looks like', () => {
    const odd = aDevice({ identifierType: 'hardware', identifier: 'node.local' });
    expect(identifierOf('node.local', [odd])).toEqual({ type: 'hardware', value: 'node.local' });
  });
});

describe('why a license does not work', () => {
  const trouble = { device: '', environment: 'production' } as const;
  test.each([
    ['SUSPENDED', { status: 'suspended' }, {}],
    ['REVOKED', { status: 'revoked' }, {}],
    ['INACTIVE', { status: 'inactive' }, {}],
    ['EXPIRED', { expiresAt: later(-DAY) }, {}],
    ['ENVIRONMENT_MISMATCH', {}, { environment: 'staging' }],
    ['HARDWARE_MISMATCH', { activationLimit: 1, activationCount: 1 }, { device: 'HW-NEW' }],
    ['DOMAIN_MISMATCH', { activationLimit: 1, activationCount: 1 }, { device: 'new.example.com' }],
    ['NOT_ACTIVATED', {}, { device: 'HW-NEW' }],
    ['VALID', {}, {}],
  ] as const)('%s: what the software hears', (code, license, told) => {
    const { here } = ownFindings(aLicense(license), [], { ...trouble, ...told }, NOW);
    expect(here.code).toBe(code);
    expect(here.advice.customer).toMatch(/\.$/);
  });

  test('a license that works and is full says what a further device would hear', () => {
    const license = aLicense({ activationLimit: 1, activationCount: 1 });
    const { here, onNewDevice } = ownFindings(license, [aDevice()], trouble, NOW);
    expect([here.code, onNewDevice?.code]).toEqual(['VALID', 'LIMIT_EXCEEDED']);
    expect(ownFindings(aLicense(), [], trouble, NOW).onNewDevice?.valid).toBe(true);
  });

  test('a device of theirs gets the very verdict that the console sees', () => {
    const device = aDevice({ status: 'deactivated' });
    const { here } = ownFindings(aLicense(), [device], { ...trouble, device: device.identifier }, NOW);
    expect(here).toEqual(diagnose(aLicense(), device, { environment: 'production' }, NOW));
  });

  test('a product that requires an identifier is asked about a device in use', () => {
    const license = aLicense({ requireIdentifier: true });
    expect(ownFindings(license, [aDevice()], trouble, NOW).here.code).toBe('VALID');
    expect(ownFindings(license, [], trouble, NOW).here.code).toBe('ACTIVATED');
  });
});

describe('counts never pretend that all are here', () => {
  const all = { visible: 12, fitting: 12, known: 12, filtered: false, rest: 'none' } as const;
  test.each([
    [{ visible: 1, fitting: 1, known: 1 }, '1 license'],
    [{}, '12 licenses'],
    [{ visible: 50, fitting: 500, known: 500 }, '50 of 500 licenses'],
    [{ visible: 3, fitting: 3, filtered: true }, '3 of 12 licenses'],
    [{ visible: 50, fitting: 237, known: 500, filtered: true }, '50 of 237 shown, out of 500 licenses'],
    [{ visible: 50, fitting: 100, known: 100, rest: 'coming' }, '50 of 100 licenses so far …'],
    [{ known: 0, visible: 0, fitting: 0, filtered: true, rest: 'coming' }, '0 of 0 licenses so far …'],
    [
      { visible: 1000, fitting: 1000, known: 1000, rest: 'left out' },
      'The newest 1,000 licenses; there are more',
    ],
    [
      { visible: 2, fitting: 2, known: 1000, filtered: true, rest: 'left out' },
      '2 of the newest 1,000 licenses; there are more',
    ],
  ] as const)('%j', (counted, words) => {
    expect(countWords('license', { ...all, ...counted })).toBe(words);
  });
});

test('every state that a customer meets is explained, and is a filter of the list', () => {
  for (const state of OWN_STATES) {
    expect(licenses.english.meanings[state]).toMatch(/\.$/);
    const filter = { search: '', status: ownStatusOf(state), product: null };
    const all = OWN_STATES.map((status) => aLicense({ id: status, status }));
    expect(filterOwn(all, filter, NOW).map(({ id }) => id)).toEqual([state]);
  }
  expect(ownStatusOf('available')).toBeNull();
});

test('the dashboard and the filter agree on what expires soon', () => {
  const soon = aLicense({ id: 'soon', expiresAt: later(20 * DAY) });
  const grace = aLicense({ id: 'grace', expiresAt: later(-DAY), graceDays: 7 });
  const all = [aLicense({ id: 'later', expiresAt: later(40 * DAY) }), soon, grace, aLicense({ id: 'never' })];
  const listed = filterOwn(all, { search: '', status: 'soon', product: null }, NOW);
  expect(listed.map(({ id }) => id)).toEqual(['soon', 'grace']);
  expect(ownTotals(all, NOW).expiringSoon.map(({ id }) => id)).toEqual(['grace', 'soon']);
});

test('the dashboard and the filter agree on what does not work now', () => {
  const all = [
    aLicense({ id: 'paused', status: 'inactive' }),
    aLicense({ id: 'stopped', status: 'suspended' }),
    aLicense({ id: 'over', expiresAt: later(-DAY) }),
    aLicense({ id: 'renewed', expiresAt: later(-DAY), renewedToId: 'active' }),
    aLicense({ id: 'ended', status: 'revoked' }),
    aLicense({ id: 'active' }),
  ];
  const listed = filterOwn(all, { search: '', status: 'stopped', product: null }, NOW);
  expect(listed.map(({ id }) => id)).toEqual(['paused', 'stopped', 'over']);
  expect(ownTotals(all, NOW).notWorking).toEqual(listed);
});

test("a search finds keys and products, and never all because of the customer's own name", () => {
  const license = aLicense({ key: 'AAAA-BBBB-CCCC-DDDD', productName: 'Acme Plugin' });
  const found = (search: string) => filterOwn([license], { search, status: null, product: null }, NOW).length;
  expect(['bbbb cc', 'AAAABBBB', 'plugin', ' '].map(found)).toEqual([1, 1, 1, 1]);
  expect([license.customerName ?? '', license.customerEmail ?? '', 'editor'].map(found)).toEqual([0, 0, 0]);
});

test('what happened lately comes newest first, and nothing of the future is told', () => {
  const license = aLicense({
    status: 'suspended',
    statusChangedAt: later(-2 * DAY),
    assignedAt: later(-9 * DAY),
  });
  const device = aDevice({ label: 'Laptop', activatedAt: later(-5 * DAY), deactivatedAt: later(-DAY) });
  const ending = aLicense({ assignedAt: later(-8 * DAY), expiresAt: later(DAY) });
  const words = ownActivity([license, ending], [device], NOW, 4).map((event) => event.words);
  expect(words).toEqual([
    'Acme Editor was deactivated on Laptop',
    'Acme Editor: the seller stopped your license',
    'Acme Editor was activated on Laptop',
    'You were given a license for Acme Editor',
  ]);
});

test('a first visit ends on the license that was given last', () => {
  const early = aLicense({ id: 'early', assignedAt: later(-3 * DAY), createdAt: later(-DAY) });
  const late = aLicense({ id: 'late', assignedAt: later(-DAY), createdAt: later(-9 * DAY) });
  expect(newestOwn([early, late], 1).map(({ id }) => id)).toEqual(['late']);
  expect(newestOwn([], 1)).toEqual([]);
});
