import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { License } from '@latchkey/domain/license/license';
import { licensePath } from '@latchkey/functions/firestore/collections';
import { expireDueLicenses } from '@latchkey/functions/operations/expireDueLicenses';
import { remindCustomers } from '@latchkey/functions/operations/mail/remindCustomers';
import { expiryFields } from '@latchkey/domain/license/expiry';
import { startMailSink, type MailSink } from '../../scripts/stack/mail/mailSink.ts';
import { DAY, HOUR, later } from '../support/builders.ts';
import { documents } from '../support/inventory.ts';
import { drainMail, mailRecords, mailTo } from '../support/mailWorld.ts';
import { seedLicense, seedLicenses } from '../support/seedLicenses.ts';
import { CLOCK, newWorld, type World } from '../support/world.ts';

const NOW = new Date();
const never = (): boolean => false;
let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink({ port: 0 });
});
afterAll(() => sink.close());

/** Each walk as a process that has just started, so that settings are as stored. */
function remind(world: World, now: Date, until = never) {
  return remindCustomers(world.call({ actor: CLOCK, now }), 'production', until);
}

async function worldWithMail(days = [30, 14, 7]): Promise<World> {
  const world = newWorld('remind');
  await mailTo(world, sink, { notifications: { reminderDays: days } });
  await remind(world, NOW); // From here on reminders are on.
  return world;
}

const ordered = async (world: World): Promise<string[]> =>
  (await documents<{ work: { mail: { kind: string; facts: { daysLeft?: string } } } }>(world, 'outbox'))
    .map(({ data }) => `${data?.work.mail.kind} ${data?.work.mail.facts.daysLeft ?? ''}`.trim())
    .sort();

describe('a license that expires in 40 days', () => {
  test('brings a reminder 30, 14 and 7 days ahead, once each, and one mail when it is over, grace included', async () => {
    const world = await worldWithMail();
    const license = await seedLicense(world, { expiresAt: later(40 * DAY, NOW), graceDays: 2 });
    const told: string[] = [];
    for (let day = 0; day <= 44; day++) {
      const now = later(day * DAY + HOUR, NOW);
      await Promise.all([remind(world, now), remind(world, now)]);
      await expireDueLicenses(world.call({ actor: CLOCK, now }), 'production', never);
      for (const one of await ordered(world)) told.push(`day ${day}: ${one}`);
      expect(await drainMail(world, now)).toEqual([]);
    }
    expect(told).toEqual([
      'day 10: reminder 30 days',
      'day 26: reminder 14 days',
      'day 33: reminder 7 days',
      'day 42: expired',
    ]);
    expect(await mailRecords(world)).toHaveLength(4);
    const mine = sink.arrived().filter(({ mail }) => mail.text?.includes(license.keyHint));
    expect(mine).toHaveLength(4);
  });
});

describe('who is not reminded', () => {
  const in10 = { expiresAt: later(40 * DAY, NOW) };
  const rows: readonly (readonly [string, Partial<License>])[] = [
    ['nobody: no customer', { ...in10, status: 'available', customerId: null, customerEmail: null }],
    ['a suspended license', { ...in10, status: 'suspended' }],
    ['a revoked one', { ...in10, status: 'revoked' }],
    ['one that was renewed', { ...in10, renewedToId: 'other' }],
    ['one for life', { expiresAt: null }],
    ['one that is not within reach', { expiresAt: later(41 * DAY, NOW) }],
  ];
  test.each(rows)('%s; its twin is', async (_, overrides) => {
    const world = await worldWithMail([30]);
    await seedLicense(world, overrides);
    await remind(world, later(10 * DAY + HOUR, NOW));
    expect(await ordered(world)).toEqual([]);
    await seedLicense(world, { expiresAt: later(40 * DAY + 2 * HOUR, NOW) });
    await remind(world, later(10 * DAY + 3 * HOUR, NOW));
    expect(await ordered(world)).toEqual(['reminder 30 days']);
  });
});

test('450 licenses of one second, cut short, killed and run twice at once: each is reminded once', async () => {
  const world = await worldWithMail([7]);
  await seedLicenses(world, 450, () => ({ expiresAt: later(10 * DAY, NOW) }));
  const now = later(3 * DAY + HOUR, NOW);
  let looks = 0;
  expect(await remind(world, now, () => looks++ > 0)).toEqual({ ordered: 100, more: true });
  const both = await Promise.all([remind(world, now), remind(world, now)]);
  expect(both.reduce((sum, { ordered }) => sum + ordered, 100)).toBe(450);
  expect(await remind(world, now)).toEqual({ ordered: 0, more: false });
  expect(await documents(world, 'outbox')).toHaveLength(450);
});

test('a date that moves away and back is the date that was told of already', async () => {
  const world = await worldWithMail([7]);
  const license = await seedLicense(world, { expiresAt: later(10 * DAY, NOW) });
  const move = (days: number) => {
    const moved = { ...license, expiresAt: later(days * DAY, NOW) };
    const data = { expiresAt: moved.expiresAt, ...expiryFields(moved) };
    return world.store.commit([{ kind: 'update', path: licensePath('production', license.id), data }]);
  };
  await remind(world, later(3 * DAY + HOUR, NOW));
  await drainMail(world, later(3 * DAY + HOUR, NOW));
  await move(20);
  await remind(world, later(13 * DAY + HOUR, NOW));
  expect(await ordered(world)).toEqual(['reminder 7 days']);
  await drainMail(world, later(13 * DAY + HOUR, NOW));
  expect(await mailRecords(world)).toHaveLength(2);
});

test('nothing is ordered while reminders or mail are off; switched on, nobody gets what would have been', async () => {
  const world = newWorld('off');
  await seedLicense(world, { expiresAt: later(10 * DAY, NOW) });
  await mailTo(world, sink, { notifications: { reminders: false } });
  await remind(world, later(4 * DAY, NOW));
  expect(await ordered(world)).toEqual([]);
  const later_ = newWorld('on');
  await seedLicense(later_, { expiresAt: later(5 * DAY, NOW) });
  await mailTo(later_, sink);
  await remind(later_, later(HOUR, NOW));
  expect(await ordered(later_)).toEqual([]);
});
