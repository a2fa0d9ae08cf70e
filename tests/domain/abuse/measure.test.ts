import { describe, expect, test } from 'vitest';
import { activeRules } from '@latchkey/domain/abuse/activeRules';
import { evidenceOf } from '@latchkey/domain/abuse/evidence';
import type { AbuseFact, SeenEvent } from '@latchkey/domain/abuse/facts';
import { factsOf } from '@latchkey/domain/abuse/facts';
import type { ActiveRule } from '@latchkey/domain/abuse/measure';
import { measure, pointsOf } from '@latchkey/domain/abuse/measure';
import { tryRules } from '@latchkey/domain/abuse/trial';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { ACTORS, HOUR, later, NOW } from '../../support/builders.ts';

const MINUTE = 60_000;
const NEW_DEVICES: ActiveRule = { rule: 'new-devices', threshold: 20, windowMs: HOUR, weight: 80 };
const CYCLES: ActiveRule = { rule: 'cycles', threshold: 3, windowMs: 24 * HOUR, weight: 50 };
const NETWORKS: ActiveRule = { rule: 'networks', threshold: 3, windowMs: 24 * HOUR, weight: 40 };
const COUNTRIES: ActiveRule = { rule: 'countries', threshold: 2, windowMs: 24 * HOUR, weight: 50 };
const OVER_LIMIT: ActiveRule = { rule: 'over-limit', threshold: 1000, windowMs: HOUR, weight: 40 };
const LONG_AGO = later(-30 * 24 * HOUR);

const came = (minute: number, deviceId: string, isNew = true): AbuseFact => ({
  kind: 'activated',
  at: later(minute * MINUTE),
  deviceId,
  isNew,
});
const left = (minute: number, deviceId: string): AbuseFact => ({
  kind: 'left',
  at: later(minute * MINUTE),
  deviceId,
});
const seenIn = (minute: number, network: string, country: string | null = null): AbuseFact => ({
  kind: 'origin',
  at: later(minute * MINUTE),
  network,
  country,
});
const tooFast = (minute: number, count: number): AbuseFact => ({
  kind: 'over-limit',
  at: later(minute * MINUTE),
  count,
});
const devices = (count: number, everyMinutes: number): AbuseFact[] =>
  Array.from({ length: count }, (_, index) => came(index * everyMinutes, `d${index}`));

describe('a rule is met', () => {
  test.each<[string, ActiveRule, AbuseFact[], number | null]>([
    ['by 20 new devices in an hour', NEW_DEVICES, devices(20, 3), 20],
    ['not by 19', NEW_DEVICES, devices(19, 3), null],
    ['not by 20 in an hour and a moment', NEW_DEVICES, [...devices(19, 3), came(60, 'last')], null],
    [
      'not by a device that comes 20 times',
      NEW_DEVICES,
      devices(20, 1).map((fact) => ({ ...fact, deviceId: 'one' })),
      null,
    ],
    [
      'not by 20 devices that it had before',
      NEW_DEVICES,
      devices(20, 1).map((fact) => ({ ...fact, isNew: false })),
      null,
    ],
    [
      'by devices that take turns three times',
      CYCLES,
      [
        came(0, 'a'),
        left(1, 'a'),
        came(2, 'b'),
        left(3, 'b'),
        came(4, 'a', false),
        left(5, 'a'),
        came(6, 'c'),
      ],
      3,
    ],
    ['not by devices that come and never leave', CYCLES, devices(20, 1), null],
    ['not by devices that leave and never come', CYCLES, [left(0, 'a'), left(1, 'b'), left(2, 'c')], null],
    ['by three networks', NETWORKS, [seenIn(0, 'x'), seenIn(1, 'y'), seenIn(2, 'x'), seenIn(3, 'z')], 3],
    ['not by two of them', NETWORKS, [seenIn(0, 'x'), seenIn(1, 'y'), seenIn(2, 'x')], null],
    ['by two countries', COUNTRIES, [seenIn(0, 'x', 'DE'), seenIn(1, 'y', 'FR')], 2],
    [
      'not by places that nobody names',
      COUNTRIES,
      [seenIn(0, 'x', 'DE'), seenIn(1, 'y'), seenIn(2, 'z')],
      null,
    ],
    ['by 1,000 refused requests', OVER_LIMIT, [tooFast(0, 400), tooFast(30, 600)], 1000],
    ['not by 999', OVER_LIMIT, [tooFast(0, 400), tooFast(30, 599)], null],
  ])('%s', (_, rule, facts, count) => {
    const found = measure([rule], facts, LONG_AGO).findings.map((finding) => finding.count);
    expect(found).toEqual(count === null ? [] : [count]);
  });

  test('at the moment of the twentieth, and counts what its fullest window held', () => {
    const [finding] = measure([NEW_DEVICES], devices(40, 2), LONG_AGO).findings;
    expect(finding).toMatchObject({
      count: 30,
      reachedAt: later(19 * 2 * MINUTE),
      at: later(29 * 2 * MINUTE),
    });
  });

  test('only by windows that end after what was looked at before', () => {
    const facts = devices(25, 1);
    expect(measure([NEW_DEVICES], facts, later(25 * MINUTE)).findings).toEqual([]);
    expect(measure([NEW_DEVICES], facts, later(24 * MINUTE)).findings).toHaveLength(1);
  });

  test('only by what is not settled: after a decision the count starts anew', () => {
    const settled = { 'new-devices': later(10 * MINUTE) };
    expect(measure([NEW_DEVICES], devices(30, 1), LONG_AGO, settled).findings).toEqual([]);
    expect(measure([NEW_DEVICES], devices(31, 1), LONG_AGO, settled).findings).toHaveLength(1);
  });
});

describe('the score', () => {
  test.each([
    [19, 0],
    [20, 80],
    [25, 100],
    [400, 100],
  ])('of %i where 20 give 80 points is %i', (count, points) => {
    expect(pointsOf(NEW_DEVICES, count)).toBe(points);
  });

  test('adds up the rules that are met at the same time, and no others', () => {
    const countries = [seenIn(5, 'x', 'DE'), seenIn(6, 'y', 'FR')];
    const half = { ...NEW_DEVICES, weight: 40 };
    expect(measure([half, COUNTRIES], [...devices(20, 0.1), ...countries], LONG_AGO).score).toBe(90);
    const apart = [...devices(20, 0.1), seenIn(3000, 'x', 'DE'), seenIn(3001, 'y', 'FR')];
    expect(measure([half, COUNTRIES], apart, LONG_AGO).score).toBe(50);
  });
});

describe('what events say', () => {
  const event = (
    action: SeenEvent['action'],
    activationId: string | null,
    more: Partial<SeenEvent> = {},
  ) => ({
    action,
    activationId,
    at: NOW,
    actor: ACTORS.software,
    changes: {},
    ...more,
  });
  const back = { status: { before: 'deactivated', after: 'active' } };

  test('tells new devices from those that are back, and leaves what the console took off', () => {
    const facts = factsOf([
      event('activation.created', 'a'),
      event('activation.created', 'b', { changes: back }),
      event('activation.deactivated', 'a'),
      event('activation.deactivated', 'b', { actor: ACTORS.operator }),
      event('license.edited', null),
    ]);
    expect(facts).toEqual([
      { kind: 'activated', at: NOW, deviceId: 'a', isNew: true },
      { kind: 'activated', at: NOW, deviceId: 'b', isNew: false },
      { kind: 'left', at: NOW, deviceId: 'a' },
    ]);
  });

  test('begins anew with another owner', () => {
    const facts = factsOf([
      event('activation.created', 'new', { at: later(2) }),
      event('activation.created', 'old'),
      event('license.transferred', null, { at: later(1) }),
    ]);
    expect(facts).toMatchObject([{ deviceId: 'new' }]);
  });
});

test('evidence names the devices of the window in slices that add up to the count', () => {
  const facts = devices(25, 3);
  const [finding] = measure([NEW_DEVICES], facts, LONG_AGO).findings;
  if (!finding) throw new Error('nothing was found');
  const evidence = evidenceOf(finding, facts, undefined);
  expect(evidence.devices).toHaveLength(20);
  expect(evidence.slices.reduce((sum, { count }) => sum + count, 0)).toBe(finding.count);
  expect(evidence.slices).toHaveLength(12);
});

test('nothing is on by itself, and rules on origins need these to be remembered', () => {
  const all = { ...defaultsOf('abuse'), newDevices: true, cycles: true, networks: true, countries: true };
  expect(activeRules(defaultsOf('abuse'))).toEqual([]);
  expect(activeRules(all).map(({ rule }) => rule)).toEqual(['new-devices', 'cycles']);
  expect(activeRules({ ...all, recordOrigins: true, overLimit: true })).toHaveLength(5);
});

test('a trial lists each license once, the highest score first', () => {
  const licenses = new Map([
    ['quiet', devices(19, 1)],
    ['busy', devices(20, 1)],
    ['busier', devices(25, 1)],
  ]);
  const rows = tryRules([NEW_DEVICES], licenses, LONG_AGO);
  expect(rows.map(({ licenseId, score }) => [licenseId, score])).toEqual([
    ['busier', 100],
    ['busy', 80],
  ]);
});
