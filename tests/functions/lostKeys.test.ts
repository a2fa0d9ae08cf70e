import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issueLicense } from '@latchkey/functions/operations/issueLicense';
import { askForLostKeys } from '@latchkey/functions/operations/mail/askForLostKeys';
import { startMailSink, type MailSink } from '../../scripts/stack/mail/mailSink.ts';
import { startApi, type ApiProcess } from '../support/apiProcess.ts';
import { HOUR } from '../support/builders.ts';
import { call } from '../support/callables.ts';
import { documents, readLicense } from '../support/inventory.ts';
import { drainMail, mailRecords, mailTo } from '../support/mailWorld.ts';
import { noAccounts } from '../support/noAccounts.ts';
import { seedCatalog } from '../support/seedLicenses.ts';
import { newWorld, type World } from '../support/world.ts';

const EMAIL = 'ada@example.com';
let world: World;
let sink: MailSink;
let keys: string[];

beforeAll(async () => {
  sink = await startMailSink({ port: 0 });
});
afterAll(() => sink.close());

/** A customer with two licenses, whose earlier mails have left. */
beforeEach(async () => {
  world = newWorld('lost-keys');
  const sources = await seedCatalog(world);
  await mailTo(world, sink);
  keys = [];
  for (let i = 0; i < 2; i += 1) {
    const customer = { email: EMAIL, name: 'Ada' };
    const made = await issueLicense(world.call(), { environment: 'production', ...sources, customer });
    if (!made.ok) throw new Error(made.reason);
    keys.push((await readLicense(world, made.licenseId))?.key ?? '');
  }
  const accounts = {
    ...noAccounts,
    ensure: () => Promise.resolve('uid'),
    setClaims: () => Promise.resolve(),
  };
  await drainMail(world, new Date(), { ...accounts, passwordCode: () => Promise.resolve('code') });
});

const keyMails = () => sink.arrived().filter(({ mail }) => mail.subject === 'Your license keys');
const ask = (email: string, now = new Date()) => askForLostKeys(world.call({ now }), email);

test('a customer gets every key by mail, to their own address; no record holds one', async () => {
  const before = keyMails().length;
  expect(await ask('  ADA@example.com ')).toEqual({ ok: true });
  expect(JSON.stringify(await documents(world, 'outbox'))).not.toContain(keys[0]);
  expect(await drainMail(world)).toEqual([]);
  const [mail, ...others] = keyMails().slice(before);
  expect(others).toEqual([]);
  expect(mail?.to).toEqual([EMAIL]);
  for (const key of keys) expect(mail?.mail.text).toContain(`\n${key}\n`);
  expect(JSON.stringify(await mailRecords(world))).not.toContain(keys[0]);
});

test('whoever is no customer is answered alike, costs the same, and gets nothing', async () => {
  const cost = async (email: string): Promise<unknown> => {
    world.store.reset();
    const answer = await ask(email);
    return { answer, ...world.store.counts };
  };
  await ask('somebody@example.com');
  expect(await cost('nobody@example.com')).toEqual(await cost(EMAIL));
  const before = keyMails().length;
  await drainMail(world);
  expect(
    keyMails()
      .slice(before)
      .map(({ to }) => to),
  ).toEqual([[EMAIL]]);
  expect(await documents(world, 'outbox')).toEqual([]);
});

test('one address gets one such mail an hour, however often it is asked for', async () => {
  const before = keyMails().length;
  const now = new Date(Math.floor(Date.now() / HOUR) * HOUR);
  await ask(EMAIL, now);
  await ask(EMAIL, now);
  await drainMail(world);
  expect(await ask(EMAIL, now)).toEqual({ ok: true });
  await drainMail(world);
  expect(keyMails()).toHaveLength(before + 1);
  await ask(EMAIL, new Date(now.getTime() + HOUR));
  await drainMail(world, new Date(now.getTime() + HOUR));
  expect(keyMails()).toHaveLength(before + 2);
});

test.each([
  ['no way for mail is chosen', { mail: { transport: 'off' } }],
  ['the settings switch it off', { notifications: { keys: false } }],
] as const)('says so to everybody where %s', async (_, settings) => {
  const fresh = newWorld('lost-keys-off');
  await mailTo(fresh, sink, settings);
  for (const email of [EMAIL, 'nobody@example.com']) {
    expect(await askForLostKeys(fresh.call(), email)).toMatchObject({ ok: false, code: 'MAIL_OFF' });
  }
});

describe('the door', () => {
  let door: ApiProcess;
  beforeAll(async () => {
    const open = newWorld('lost-keys-door');
    await mailTo(open, sink);
    door = await startApi({
      target: 'sendLostKeys',
      env: { ...open.env, LATCHKEY_RATE_LIMITS: 'on' },
    });
  }, 120_000);
  afterAll(() => door.stop());

  test('needs no sign-in, takes an address and nothing else, and closes to who asks too often', async () => {
    for (const bad of [{}, { email: 'x' }, { email: EMAIL, customerId: 'c' }]) {
      expect((await call(door, null, bad)).status).toBe(400);
    }
    const answers = [];
    for (let i = 0; i < 8; i += 1)
      answers.push((await call(door, null, { email: `a${i}@example.com` })).status);
    expect(answers).toEqual([200, 200, 200, 200, 200, 200, 200, 429]);
  });
});
