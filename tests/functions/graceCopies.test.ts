import { expect, test } from 'vitest';
import type { Actor } from '@latchkey/domain/access/actor';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { saveSettings } from '@latchkey/functions/operations/saveSettings';
import { DAY, later } from '../support/builders.ts';
import { documents, readLicense } from '../support/inventory.ts';
import { eventsOf, readJob, run, starter } from '../support/jobs.ts';
import { seedLicense } from '../support/seedLicenses.ts';
import type { World } from '../support/world.ts';
import { newWorld } from '../support/world.ts';

/** Saves the grace of the settings; gives the job that brings it to the licenses. */
async function choose(world: World, actor: Actor, graceDays: number, revision: number) {
  const asked = {
    section: 'license',
    revision,
    values: { ...defaultsOf('license'), graceDays },
    password: { type: 'keep' },
  } as const;
  const saved = await saveSettings(world.call({ actor }), 'production', asked);
  if (!saved.ok) throw new Error(saved.code);
  return saved.jobId;
}

test('another grace in the settings reaches every license that follows it and has not ended, and no other', async () => {
  const world = newWorld('grace');
  const actor = await starter(world, 'owner');
  const now = new Date();
  const [soon, past] = [later(DAY, now), later(-DAY, now)];
  const follows = await seedLicense(world, { expiresAt: soon });
  const lifetime = await seedLicense(world, { expiresAt: null });
  const untouched = await Promise.all([
    seedLicense(world, { expiresAt: soon, graceDays: 5, graceInherited: false }),
    // By the clock, though no sweep has come by.
    seedLicense(world, { expiresAt: past }),
    seedLicense(world, { status: 'expired', expiresAt: past }),
    seedLicense(world, { status: 'revoked', expiresAt: soon }),
  ]);

  const jobId = (await choose(world, actor, 7, 0)) ?? '';
  expect(await run(world, jobId)).toBe('ended');
  expect(await readJob(world, jobId)).toMatchObject({ status: 'done', progress: { total: 6, done: 6 } });
  const dueAt = later(8 * DAY, now);
  expect(await readLicense(world, follows.id)).toMatchObject({ graceDays: 7, graceInherited: true, dueAt });
  expect(await readLicense(world, lifetime.id)).toMatchObject({ graceDays: 7, dueAt: null });
  for (const license of untouched) expect(await readLicense(world, license.id)).toEqual(license);
  // A setting is one event of its own, not one of each license.
  expect(await eventsOf(world, jobId)).toEqual([]);

  const back = (await choose(world, actor, 0, 1)) ?? '';
  expect(await run(world, back)).toBe('ended');
  expect(await readLicense(world, follows.id)).toMatchObject({ graceDays: 0, dueAt: soon });
});

test('of two changes the later one stays, whichever job runs last', async () => {
  const world = newWorld('grace-twice');
  const actor = await starter(world, 'owner');
  const license = await seedLicense(world, { expiresAt: later(DAY, new Date()) });
  const first = (await choose(world, actor, 3, 0)) ?? '';
  const second = (await choose(world, actor, 9, 1)) ?? '';
  await run(world, second);
  await run(world, first);
  expect(await readLicense(world, license.id)).toMatchObject({ graceDays: 9 });
});

test('where the grace stays as it is there is nothing to bring anywhere', async () => {
  const world = newWorld('grace-same');
  const actor = await starter(world, 'owner');
  expect(await choose(world, actor, 0, 0)).toBeNull();
  expect(await documents(world, 'jobs')).toEqual([]);
});
