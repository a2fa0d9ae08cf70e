import { beforeAll, describe, expect, test } from 'vitest';
import type { License } from '@latchkey/domain/license/license';
import { documents, readLicense } from '../../support/inventory.ts';
import { eventsOf, lifeOf, picked, readJob, rowsOf, run, startBulk, SUSPEND } from '../../support/jobs.ts';
import { seedLicense, seedLicenses, seedWithDevices } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';

const MANY = 1_000;

describe(`suspending ${MANY} licenses, every tenth of which cannot be`, () => {
  const world = newWorld('bulk');
  let licenses: License[];
  let jobId: string;
  const progress: number[] = [];
  beforeAll(async () => {
    licenses = await seedLicenses(world, MANY, (index) => (index % 10 === 0 ? { status: 'revoked' } : {}));
    jobId = await startBulk(world, SUSPEND, picked(licenses));
    const until = (): boolean => false;
    const watched = {
      ...world.store,
      commit: async (writes: Parameters<typeof world.store.commit>[0]) => {
        await world.store.commit(writes);
        const job = writes.find(({ path }) => path.endsWith(`jobs/${jobId}`));
        if (job && 'data' in job && 'progress' in job.data) {
          progress.push((job.data.progress as { done: number }).done);
        }
      },
    };
    expect(await run(world, jobId, { store: watched, until })).toBe('ended');
  }, 120_000);

  test('is done, with as many done and refused as there are', async () => {
    expect(await readJob(world, jobId)).toMatchObject({
      status: 'done',
      progress: { total: MANY, done: 900, refused: 100 },
      runner: null,
      dueAt: null,
      attempts: 0,
      problem: null,
    });
  });

  test('shows how far it is page by page', () => {
    expect(progress).toHaveLength(20);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  test('reports every license once, in the order in which they were picked, with the sentence of a refusal', async () => {
    const rows = await rowsOf(world, jobId);
    expect(rows.map(({ licenseId }) => licenseId)).toEqual(licenses.map(({ id }) => id));
    expect(rows.map(({ keyHint }) => keyHint)).toEqual(licenses.map(({ keyHint }) => keyHint));
    for (const [index, row] of rows.entries()) {
      if (index % 10) expect(row).toMatchObject({ outcome: 'done', code: null, sentence: null });
      else expect(row).toMatchObject({ outcome: 'refused', code: 'CANNOT_SUSPEND' });
    }
    expect(rows[0]?.sentence).toMatch(/^The license is revoked\./);
  });

  test('leaves one event for each license that it changed, in the name of who started it', async () => {
    const events = await eventsOf(world, jobId);
    expect(events).toHaveLength(900);
    expect(new Set(events.map(({ licenseId }) => licenseId)).size).toBe(900);
    for (const event of events) {
      expect(event).toMatchObject({
        action: 'license.suspended',
        reason: 'because',
        actor: { kind: 'job', jobId, startedBy: 'owner' },
      });
    }
    expect((await lifeOf(world, jobId)).map(({ action }) => action)).toEqual(['job.started', 'job.done']);
  });

  test('holds no whole key, neither in its record nor in its reports', async () => {
    const told = JSON.stringify([
      await readJob(world, jobId),
      await rowsOf(world, jobId),
      await lifeOf(world, jobId),
    ]);
    for (const { key } of licenses.slice(0, 50)) expect(told).not.toContain(key);
  });

  test('is not run again', async () => {
    expect(await run(world, jobId)).toBe('elsewhere');
  });
});

describe('each command does in bulk what it does alone', () => {
  const world = newWorld('bulkeach');

  test('assign makes the customer once and gives them every license', async () => {
    const pool = await seedLicenses(world, 60, () => ({ status: 'available' }));
    const customer = { email: 'Bulk@Example.com', name: 'Bulk Buyer' };
    const jobId = await startBulk(world, { type: 'assign', customer }, picked(pool));
    expect(await run(world, jobId)).toBe('ended');
    expect(await readJob(world, jobId)).toMatchObject({ progress: { total: 60, done: 60, refused: 0 } });
    const made = await documents<object>(world, 'customers', [['email', '==', 'bulk@example.com']]);
    expect(made).toHaveLength(1);
    for (const { id } of pool) {
      expect(await readLicense(world, id)).toMatchObject({ status: 'assigned', customerId: made[0]?.id });
    }
  });

  test('delete removes the license, its key and its devices; one that is gone already is refused', async () => {
    const { license } = await seedWithDevices(world, 2);
    const gone = { id: 'no-such-license' };
    const jobId = await startBulk(world, { type: 'delete' }, picked([license, gone]), { confirmed: 2 });
    expect(await run(world, jobId)).toBe('ended');
    expect(await rowsOf(world, jobId)).toEqual([
      { licenseId: license.id, keyHint: license.keyHint, outcome: 'done', code: null, sentence: null },
      expect.objectContaining({ licenseId: gone.id, keyHint: null, outcome: 'refused', code: 'NOT_FOUND' }),
    ]);
    expect(await readLicense(world, license.id)).toBeNull();
    expect(await documents(world, 'licenseKeys', [['licenseId', '==', license.id]])).toEqual([]);
    expect(await documents(world, 'activations', [['licenseId', '==', license.id]])).toEqual([]);
  });

  test.each([
    [{ type: 'revoke', publicReason: 'over', note: 'n' }, 'active', 'revoked'],
    [{ type: 'inactivate', publicReason: null, note: null }, 'active', 'inactive'],
    [{ type: 'reactivate' }, 'inactive', 'active'],
    [{ type: 'unsuspend' }, 'suspended', 'active'],
  ] as const)('%j', async (command, from, to) => {
    const { id } = await seedLicense(world, { status: from });
    const jobId = await startBulk(world, command, picked([{ id }]), { confirmed: 1 });
    expect(await run(world, jobId)).toBe('ended');
    expect(await readLicense(world, id)).toMatchObject({ status: to });
  });
});
