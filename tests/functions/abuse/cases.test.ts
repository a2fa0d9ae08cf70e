import { beforeEach, expect, test } from 'vitest';
import type { OutboxEntry } from '@latchkey/domain/outbox/entry';
import { userPath } from '@latchkey/functions/firestore/collections';
import { commandCase } from '@latchkey/functions/operations/abuse/commandCase';
import { lookAtLicense } from '@latchkey/functions/operations/abuse/lookAtLicense';
import { tryAbuseRules } from '@latchkey/functions/operations/abuse/tryRules';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { activateAll, casesOf, look, names, RULES_ON, setRules } from '../../support/abuseWorld.ts';
import { HOUR, person } from '../../support/builders.ts';
import { documents, readLicense } from '../../support/inventory.ts';
import { mailTo } from '../../support/mailWorld.ts';
import { seedLicense, seedLicenses } from '../../support/seedLicenses.ts';
import type { World } from '../../support/world.ts';
import { CLOCK, freshTools, newWorld } from '../../support/world.ts';

const OPERATOR = person('operator');
let world: World;
beforeEach(() => {
  world = newWorld('abuse-cases');
});

test('tells the owners of a case by mail, and of the next within a quarter of an hour only in the list', async () => {
  await setRules(world, { ...RULES_ON, newDevicesThreshold: 2 });
  await mailTo(world, { port: 25 });
  const owner = { role: 'owner', email: 'olga@example.com', name: 'Olga', disabled: false };
  await world.store.commit([{ kind: 'set', path: userPath('olga'), data: owner }]);
  const licenses = await seedLicenses(world, 2, () => ({ activationLimit: -1 }));
  for (const { key } of licenses) await activateAll(world, key, names(2));
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

test('dismissing lets the license go in the same commit, and what was judged is not held against it again', async () => {
  await setRules(world, RULES_ON);
  const { key, id } = await seedLicense(world, { activationLimit: -1 });
  await activateAll(world, key, names(20));
  await look(world);
  const [found] = await casesOf(world);
  const dismiss = { type: 'dismiss', note: 'A school with a new lab.', unsuspend: true } as const;
  expect(await commandCase(world.call({ actor: OPERATOR }), 'production', found?.id ?? '', dismiss)).toEqual({
    ok: true,
  });
  expect((await readLicense(world, id))?.status).toBe('active');
  await activateAll(world, key, names(19, 'NEXT'));
  await look(world);
  expect((await readLicense(world, id))?.status).toBe('active');
  await activateAll(world, key, ['ONE-MORE']);
  await look(world);
  expect((await readLicense(world, id))?.status).toBe('suspended');
  expect((await casesOf(world)).map(({ status }) => status).sort()).toEqual(['dismissed', 'open']);
  const again = { type: 'reopen' } as const;
  expect(
    await commandCase(world.call({ actor: OPERATOR }), 'production', found?.id ?? '', again),
  ).toMatchObject({ code: 'CASE_SUPERSEDED' });
});

test('dismissing leaves both as they are when the license cannot be let go', async () => {
  await setRules(world, RULES_ON);
  const { key, id } = await seedLicense(world, { activationLimit: -1 });
  await activateAll(world, key, names(20));
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
  await activateAll(world, key, names(25), weekAgo);
  await activateAll(world, quiet.key, names(19), weekAgo);
  world.store.reset();
  const trial = await tryAbuseRules(world.call(), 'production', RULES_ON, () => false);
  expect(trial).toMatchObject({
    ok: true,
    complete: true,
    licenses: { found: 1, suspended: 1 },
    rows: [{ licenseId: id, keyHint, score: 100, suspends: true, firstAt: weekAgo.toISOString() }],
  });
  expect(world.store.counts.writes).toBe(0);
  expect(
    await tryAbuseRules(world.call(), 'production', { ...RULES_ON, suspendScore: 0 }, () => false),
  ).toMatchObject({
    code: 'SETTINGS_WRONG',
  });
});
