import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AbuseCase } from '@latchkey/domain/abuse/case';
import type { AbuseSignal } from '@latchkey/domain/abuse/signal';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { OutboxEntry } from '@latchkey/domain/outbox/entry';
import type { SettingsOf } from '@latchkey/domain/settings/sections';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { settingsPath, userPath } from '@latchkey/functions/firestore/collections';
import { networkOf } from '@latchkey/functions/http/callerOrigin';
import { overLimitCounts } from '@latchkey/functions/http/overLimitCounts';
import { commandCase } from '@latchkey/functions/operations/abuse/commandCase';
import { detectAbuse } from '@latchkey/functions/operations/abuse/detectAbuse';
import { lookAtLicense } from '@latchkey/functions/operations/abuse/lookAtLicense';
import { tryAbuseRules } from '@latchkey/functions/operations/abuse/tryRules';
import { activateDevice } from '@latchkey/functions/operations/activateDevice';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { deactivateDevice } from '@latchkey/functions/operations/deactivateDevice';
import type { ApiProcess } from '../../support/apiProcess.ts';
import { startApi } from '../../support/apiProcess.ts';
import { HOUR, person } from '../../support/builders.ts';
import { documents, readLicense } from '../../support/inventory.ts';
import { mailTo } from '../../support/mailWorld.ts';
import { questionOf } from '../../support/questions.ts';
import { seedLicense, seedLicenses } from '../../support/seedLicenses.ts';
import { ask, atOnce, inTurns } from '../../support/software.ts';
import type { World } from '../../support/world.ts';
import { CLOCK, freshTools, newWorld, SOFTWARE } from '../../support/world.ts';

const OFF = defaultsOf('abuse');
const ON = { ...OFF, newDevices: true, suspend: true };
const OPERATOR = person('operator');

function set(world: World, values: SettingsOf<'abuse'>): Promise<void> {
  return world.store.commit([{ kind: 'set', path: settingsPath('production', 'abuse'), data: values }]);
}
const casesOf = async (world: World): Promise<AbuseCase[]> =>
  (await documents<AbuseCase>(world, 'abuseCases')).flatMap(({ data, id }) =>
    data ? [{ ...data, id }] : [],
  );

async function actionsOf(world: World): Promise<string[]> {
  const events = await documents<AuditEvent>(world, 'audit');
  return events
    .flatMap(({ data }) => data?.action ?? [])
    .filter((action) => !action.startsWith('activation.'))
    .sort();
}

/** The clock's look, by a process that has just started. */
function look(world: World, now = new Date()) {
  const call = { ...world.call({ actor: CLOCK, now }), ...freshTools(world.store) };
  return detectAbuse(call, 'production', () => false, fail);
}
function fail(error: unknown): void {
  throw error;
}

async function activate(world: World, key: string, identifiers: readonly string[], now = new Date()) {
  for (const identifier of identifiers) {
    const { wanted, question } = questionOf(world, 'activate', key, identifier);
    const details = { label: null, appVersion: null };
    const result = await activateDevice(world.call({ actor: SOFTWARE, now }), wanted, question, details);
    expect(result.code).toBe('ACTIVATED');
  }
}
async function leave(world: World, key: string, identifier: string) {
  const { wanted, question } = questionOf(world, 'deactivate', key, identifier);
  expect((await deactivateDevice(world.call({ actor: SOFTWARE }), wanted, question)).code).toBe(
    'DEACTIVATED',
  );
}
const names = (count: number, prefix = 'HW'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

describe('through the doors of shipped software', () => {
  const world = newWorld('abuse-http');
  let api: ApiProcess;
  beforeAll(async () => {
    await set(world, { ...ON, recordOrigins: true });
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
    expect((await readLicense(world, id))?.publicReason).toBe(OFF.suspendReason);
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
});

describe('the look of the clock', () => {
  let world: World;
  beforeEach(() => {
    world = newWorld('abuse');
  });

  test('reads the settings and nothing else while no rule is on, and then finds nobody', async () => {
    const { key } = await seedLicense(world, { activationLimit: -1 });
    await activate(world, key, names(20));
    world.store.reset();
    expect(await look(world)).toMatchObject({ licenses: 0, cases: 0 });
    expect(world.store.counts).toMatchObject({ reads: 1, queries: 0, writes: 0 });
  });

  test('twice, late and from five processes at once opens one case and suspends once', async () => {
    await set(world, ON);
    const { key, id } = await seedLicense(world, { activationLimit: -1 });
    await look(world);
    await activate(world, key, names(20));
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

  test('tells the owners of a case by mail, and of the next within a quarter of an hour only in the list', async () => {
    await set(world, { ...ON, newDevicesThreshold: 2 });
    await mailTo(world, { port: 25 });
    const owner = { role: 'owner', email: 'olga@example.com', name: 'Olga', disabled: false };
    await world.store.commit([{ kind: 'set', path: userPath('olga'), data: owner }]);
    const licenses = await seedLicenses(world, 2, () => ({ activationLimit: -1 }));
    for (const { key } of licenses) await activate(world, key, names(2));
    for (const { id } of licenses) {
      await lookAtLicense(
        { ...world.call({ actor: CLOCK }), ...freshTools(world.store) },
        'production',
        id,
        new Date(0),
      );
    }
    expect(await casesOf(world)).toHaveLength(2);
    const mails = (await documents<OutboxEntry>(world, 'outbox')).flatMap(({ data }) =>
      data?.work.kind === 'mail' && data.work.mail.kind === 'operations' ? [data.work.mail] : [],
    );
    expect(mails).toMatchObject([{ to: 'olga@example.com' }]);
    expect(mails[0]?.facts.what).toContain('Many new devices');
  });

  test('opens a case and leaves the license alone while suspension is off', async () => {
    await set(world, { ...ON, suspend: false });
    const { key, id } = await seedLicense(world, { activationLimit: -1 });
    await activate(world, key, names(20));
    await look(world);
    expect(await casesOf(world)).toMatchObject([{ status: 'open', suspendedAt: null }]);
    expect((await readLicense(world, id))?.status).toBe('active');
  });

  test('counts no refused attempt and no device that is back', async () => {
    await set(world, ON);
    const { key } = await seedLicense(world, { activationLimit: 2 });
    await activate(world, key, names(2));
    for (let round = 0; round < 10; round++) {
      await leave(world, key, 'HW-1');
      await activate(world, key, ['HW-1']);
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
    await set(world, { ...ON, cycles: true });
    await look(world);
    expect(await casesOf(world)).toMatchObject([{ rule: 'cycles', count: 10, score: 50, suspendedAt: null }]);
  });

  test('finds licenses far above the rate limit by what instances tell once a minute', async () => {
    await set(world, { ...OFF, overLimit: true });
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

  test('dismissing lets the license go in the same commit, and what was judged is not held against it again', async () => {
    await set(world, ON);
    const { key, id } = await seedLicense(world, { activationLimit: -1 });
    await activate(world, key, names(20));
    await look(world);
    const [found] = await casesOf(world);
    const dismiss = { type: 'dismiss', note: 'A school with a new lab.', unsuspend: true } as const;
    expect(
      await commandCase(world.call({ actor: OPERATOR }), 'production', found?.id ?? '', dismiss),
    ).toEqual({
      ok: true,
    });
    expect((await readLicense(world, id))?.status).toBe('active');
    await activate(world, key, names(19, 'NEXT'));
    await look(world);
    expect((await readLicense(world, id))?.status).toBe('active');
    await activate(world, key, ['ONE-MORE']);
    await look(world);
    expect((await readLicense(world, id))?.status).toBe('suspended');
    expect((await casesOf(world)).map(({ status }) => status).sort()).toEqual(['dismissed', 'open']);
    const again = { type: 'reopen' } as const;
    expect(
      await commandCase(world.call({ actor: OPERATOR }), 'production', found?.id ?? '', again),
    ).toMatchObject({ code: 'CASE_SUPERSEDED' });
  });

  test('leaves both as they are when the license cannot be let go', async () => {
    await set(world, ON);
    const { key, id } = await seedLicense(world, { activationLimit: -1 });
    await activate(world, key, names(20));
    await look(world);
    const revoke = { type: 'revoke', publicReason: 'Sold on.', note: null } as const;
    await commandLicense(world.call(), 'production', id, revoke);
    const [found] = await casesOf(world);
    const dismiss = { type: 'dismiss', note: 'Perhaps not.', unsuspend: true } as const;
    expect(
      await commandCase(world.call({ actor: OPERATOR }), 'production', found?.id ?? '', dismiss),
    ).toMatchObject({ code: 'CANNOT_UNSUSPEND' });
    expect(await casesOf(world)).toMatchObject([{ status: 'open' }]);
  });

  test('a trial finds what rules would have found, and writes nothing', async () => {
    const { key, id, keyHint } = await seedLicense(world, { activationLimit: -1 });
    const quiet = await seedLicense(world, { activationLimit: -1 });
    const weekAgo = new Date(Date.now() - 7 * 24 * HOUR);
    await activate(world, key, names(25), weekAgo);
    await activate(world, quiet.key, names(19), weekAgo);
    world.store.reset();
    const trial = await tryAbuseRules(world.call(), 'production', ON, () => false);
    expect(trial).toMatchObject({
      ok: true,
      complete: true,
      licenses: { found: 1, suspended: 1 },
      rows: [{ licenseId: id, keyHint, score: 100, suspends: true, firstAt: weekAgo.toISOString() }],
    });
    expect(world.store.counts.writes).toBe(0);
    expect(
      await tryAbuseRules(world.call(), 'production', { ...ON, suspendScore: 0 }, () => false),
    ).toMatchObject({
      code: 'SETTINGS_WRONG',
    });
  });
});

test.each([
  ['203.0.113.77', '203.0.113'],
  ['2001:db8:1:2::/64', '2001:db8:1'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
