import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AbuseSignal } from '@latchkey/domain/abuse/signal';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { countryOf, networkOf } from '@latchkey/functions/http/callerOrigin';
import { overLimitCounts } from '@latchkey/functions/http/overLimitCounts';
import { activateDevice } from '@latchkey/functions/operations/activateDevice';
import {
  actionsOf,
  activateAll,
  casesOf,
  deactivateOne,
  look,
  names,
  RULES_OFF,
  RULES_ON,
  setRules,
} from '../../support/abuseWorld.ts';
import type { ApiProcess } from '../../support/apiProcess.ts';
import { startApi } from '../../support/apiProcess.ts';
import { HOUR } from '../../support/builders.ts';
import { documents, readLicense } from '../../support/inventory.ts';
import { questionOf } from '../../support/questions.ts';
import { seedLicense } from '../../support/seedLicenses.ts';
import { ask, atOnce, inTurns } from '../../support/software.ts';
import type { World } from '../../support/world.ts';
import { newWorld, SOFTWARE } from '../../support/world.ts';

describe('through the doors of shipped software', () => {
  const world = newWorld('abuse-http');
  let api: ApiProcess;
  beforeAll(async () => {
    await setRules(world, { ...RULES_ON, recordOrigins: true });
    api = await startApi({ env: world.env });
  });
  afterAll(() => api.stop());

  test('with the rule on, 19 new devices in an hour are let be, the 20th suspends the license and is told', async () => {
    const { key, id } = await seedLicense(world, { activationLimit: -1 });
    const answers = await inTurns(19, 4, (index) =>
      ask(api.url, 'activate', { key, identifier: `HW-${index}` }),
    );
    expect(answers.every(({ body }) => body.code === 'ACTIVATED')).toBe(true);
    await look(world);
    expect(await casesOf(world)).toEqual([]);
    expect((await readLicense(world, id))?.status).toBe('active');

    await ask(api.url, 'activate', { key, identifier: 'HW-19' });
    // The process that answered looks by itself; where it does not come to it, the clock does.
    await vi.waitFor(async () => expect((await readLicense(world, id))?.status).toBe('suspended'), 20_000);
    await look(world);
    expect(await casesOf(world)).toMatchObject([
      { licenseId: id, rule: 'new-devices', status: 'open', count: 20, score: 80 },
    ]);
    expect(await actionsOf(world)).toEqual(['abuse.detected', 'license.suspended']);
    expect((await readLicense(world, id))?.publicReason).toBe(RULES_OFF.suspendReason);
    const refused = await ask(api.url, 'activate', { key, identifier: 'HW-20' });
    expect(refused.body.code).toBe('SUSPENDED');
  }, 60_000);

  test('where an activation came from is kept as a pseudonym of the license, never as an address', async () => {
    const signals = (await documents<AbuseSignal>(world, 'abuseSignals')).flatMap(({ data }) => data ?? []);
    const other = await seedLicense(world, { activationLimit: -1 });
    await ask(api.url, 'activate', { key: other.key, identifier: 'HW-1' });
    const all = (await documents<AbuseSignal>(world, 'abuseSignals')).flatMap(({ data }) => data ?? []);
    const networks = all.flatMap((signal) => (signal.kind === 'origin' ? [signal.network] : []));
    expect(signals).toHaveLength(20);
    expect(new Set(networks).size).toBe(2);
    expect(JSON.stringify(all)).not.toContain('127.0');
  });

  test('requests that come too fast are counted and told with their license at an orderly end', async () => {
    const { key, id } = await seedLicense(world);
    const limited = await startApi({ env: { ...world.env, LATCHKEY_RATE_LIMITS: 'on' } });
    const answers = await inTurns(101, 5, () => ask(limited.url, 'validate', { key, identifier: 'HW-1' }));
    // An orderly end tells what the minute has counted.
    await limited.stop();
    const refused = answers.filter(({ status }) => status === 429).length;
    const told = await documents<AbuseSignal>(world, 'abuseSignals', [['licenseId', '==', id]]);
    expect(refused).toBe(41);
    expect(told.map(({ data }) => data)).toMatchObject([{ kind: 'over-limit', count: 41 }]);
  });
});

describe('the look of the clock', () => {
  let world: World;
  beforeEach(() => {
    world = newWorld('abuse');
  });

  test('reads the settings and nothing else while no rule is on, and then finds nobody', async () => {
    const { key } = await seedLicense(world, { activationLimit: -1 });
    await activateAll(world, key, names(20));
    world.store.reset();
    expect(await look(world)).toMatchObject({ licenses: 0, cases: 0 });
    expect(world.store.counts).toMatchObject({ reads: 1, queries: 0, writes: 0 });
  });

  test('twice, late and from five processes at once opens one case and suspends once', async () => {
    await setRules(world, RULES_ON);
    const { key, id } = await seedLicense(world, { activationLimit: -1 });
    await look(world);
    await activateAll(world, key, names(20));
    const late = new Date(Date.now() + 3 * HOUR);
    await atOnce(5, () => look(world, late));
    await look(world, late);
    expect(await casesOf(world)).toHaveLength(1);
    expect(await actionsOf(world)).toEqual(['abuse.detected', 'license.suspended']);
    const [suspended] = await documents<AuditEvent>(world, 'audit', [['action', '==', 'license.suspended']]);
    expect(suspended?.data).toMatchObject({
      actor: { kind: 'abuse-rule', rule: 'new-devices' },
      licenseId: id,
    });
  });
  test('opens a case and leaves the license alone while suspension is off', async () => {
    await setRules(world, { ...RULES_ON, suspend: false });
    const { key, id } = await seedLicense(world, { activationLimit: -1 });
    await activateAll(world, key, names(20));
    await look(world);
    expect(await casesOf(world)).toMatchObject([{ status: 'open', suspendedAt: null }]);
    expect((await readLicense(world, id))?.status).toBe('active');
  });

  test('counts no refused attempt and no device that is back', async () => {
    await setRules(world, RULES_ON);
    const { key } = await seedLicense(world, { activationLimit: 2 });
    await activateAll(world, key, names(2));
    for (let round = 0; round < 10; round++) {
      await deactivateOne(world, key, 'HW-1');
      await activateAll(world, key, ['HW-1']);
    }
    await atOnce(30, (index) => {
      const { wanted, question } = questionOf(world, 'activate', key, `MORE-${index}`);
      return activateDevice(world.call({ actor: SOFTWARE }), wanted, question, {
        label: null,
        appVersion: null,
      });
    });
    await look(world);
    expect(await casesOf(world)).toEqual([]);
    await setRules(world, { ...RULES_ON, cycles: true });
    await look(world);
    expect(await casesOf(world)).toMatchObject([{ rule: 'cycles', count: 10, score: 50, suspendedAt: null }]);
  });

  test('finds licenses far above the rate limit by what instances tell once a minute', async () => {
    await setRules(world, { ...RULES_OFF, overLimit: true });
    const { id } = await seedLicense(world);
    const counts = overLimitCounts(() => world.store);
    for (let n = 0; n < 5_000; n++) counts.add('production', id);
    for (let n = 0; n < 40; n++) counts.add('production', 'somebody-else');
    for (let n = 0; n < 29; n++) counts.add('production', 'clumsy');
    world.store.reset();
    await counts.flush();
    expect(world.store.counts).toMatchObject({ reads: 0, writes: 2 });
    await look(world);
    expect(await casesOf(world)).toMatchObject([{ licenseId: id, rule: 'over-limit', count: 5_000 }]);
  });
});

test.each([
  ['203.0.113.77', '203.0.113'],
  ['2001:db8:1:2::/64', '2001:db8:1'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  ['de', 'DE'],
  ['FR', 'FR'],
  ['ZZ', null],
  ['XX', null],
  ['T1', null],
  ['deu', null],
  ['', null],
  [['de', 'fr'], null],
  [undefined, null],
])('the country that a header names by %j is %s', (named, country) => {
  expect(countryOf(named)).toBe(country);
});
