import { describe, expect, test } from 'vitest';
import type { License } from '@latchkey/domain/license/license';
import { LEASE_MS } from '@latchkey/domain/job/states';
import { later } from '../../support/builders.ts';
import { askImport, checked, codesOf, imported, keyedRows, placed } from '../../support/imports.ts';
import { documents } from '../../support/inventory.ts';
import { eventsOf, killedAt, run } from '../../support/jobs.ts';
import { aKey, seedCatalog, seedLicense } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';

const PRODUCT = 'acme-editor';

describe('an import of licenses, asked for again', () => {
  test('of 1,200 rows, imported once more, changes nothing at all', async () => {
    const world = newWorld('importtwice');
    await seedCatalog(world);
    const rows = placed<'licenses'>(
      Array.from({ length: 1_200 }, (_, at) => ({
        ...(at % 2 === 0 ? { key: aKey() } : { reference: `order-${at}` }),
        product: PRODUCT,
        ...(at % 3 === 0 && { email: `c${at % 30}@import.test` }),
      })),
    );
    const first = await imported(world, 'licenses', rows);
    expect(first.job).toMatchObject({
      status: 'done',
      progress: { done: 1_200, refused: 0, deeds: { CREATE_LICENSE: 1_200 } },
    });
    expect(await documents(world, 'licenses')).toHaveLength(1_200);
    expect(await documents(world, 'customers')).toHaveLength(10);
    const count = (await documents(world, 'audit')).length;
    const before = await Promise.all(
      (['licenses', 'customers', 'outbox'] as const).map((one) => documents(world, one)),
    );

    const second = await imported(world, 'licenses', rows);
    expect(second.job.progress).toMatchObject({ done: 1_200, refused: 0, deeds: { ALREADY_SO: 1_200 } });
    const after = await Promise.all(
      (['licenses', 'customers', 'outbox'] as const).map((one) => documents(world, one)),
    );
    expect(after).toEqual(before);
    // Nothing but the two jobs themselves is told.
    expect((await documents(world, 'audit')).length - count).toBe(4);
  });

  test('twice at once: each license once', async () => {
    const world = newWorld('importrace');
    await seedCatalog(world);
    const rows = placed<'licenses'>(
      Array.from({ length: 60 }, (_, at) => ({
        ...(at % 2 === 0 ? { key: aKey() } : { reference: `r${at}` }),
        product: PRODUCT,
        email: `c${at % 7}@import.test`,
      })),
    );
    const jobs = await Promise.all(
      [1, 2].map(async () => askImport(world, (await checked(world, 'licenses', rows)).checkId)),
    );
    await Promise.all(jobs.map((jobId) => run(world, jobId)));
    expect(await documents(world, 'licenses')).toHaveLength(60);
    expect(await documents(world, 'customers')).toHaveLength(7);
    const codes = await Promise.all(jobs.map((jobId) => codesOf(world, jobId)));
    rows.forEach((_, at) => {
      expect([codes[0]?.[at], codes[1]?.[at]].toSorted()).toEqual(['ALREADY_SO', 'CREATE_LICENSE']);
    });
  });

  test.each(['before', 'after'] as const)(
    'killed %s a commit: nothing half-done, nothing twice',
    async (when) => {
      const world = newWorld('importkilled');
      await seedCatalog(world);
      const rows = keyedRows(140, { email: 'one@import.test' });
      const { checkId } = await checked(world, 'licenses', rows);
      const jobId = await askImport(world, checkId);
      let commits = 0;
      const dies = (paths: readonly string[]): boolean =>
        // The first makes the customer with one license; of the others many share one.
        paths.some((path) => path.includes('/licenseKeys/')) && ++commits > 1;
      const store = killedAt(world.store, dies, when);
      expect(await run(world, jobId, { store, report: () => undefined })).toBe('waiting');
      const half = await documents<License>(world, 'licenses');
      expect(half.length).toBeLessThan(140);
      expect(await documents(world, 'licenseKeys')).toHaveLength(half.length);

      expect(await run(world, jobId, { clock: () => later(LEASE_MS + 1, new Date()) })).toBe('ended');
      expect(await documents(world, 'licenses')).toHaveLength(140);
      expect(await codesOf(world, jobId)).toEqual(rows.map(() => 'CREATE_LICENSE'));
      const created = (await eventsOf(world, jobId)).filter(({ action }) => action === 'license.created');
      expect(new Set(created.map(({ licenseId }) => licenseId)).size).toBe(140);
      expect(created).toHaveLength(140);
    },
  );

  test('looks at every row again: what changed since the check is not written over', async () => {
    const world = newWorld('importmeanwhile');
    await seedCatalog(world);
    const key = aKey();
    const { checkId, codes } = await checked(
      world,
      'licenses',
      placed<'licenses'>([{ key, product: PRODUCT, limit: 5 }]),
    );
    expect(codes).toEqual(['CREATE_LICENSE']);
    await seedLicense(world, { key, activationLimit: 9 });
    const before = await documents(world, 'licenses');
    const jobId = await askImport(world, checkId);
    await run(world, jobId);
    expect(await codesOf(world, jobId)).toEqual(['LICENSE_DIFFERS']);
    expect(await documents(world, 'licenses')).toEqual(before);
  });

  test('is one job however often it is asked for, and none before the check has ended', async () => {
    const world = newWorld('importonce');
    await seedCatalog(world);
    const { checkId } = await checked(world, 'licenses', keyedRows(1));
    const ids = await Promise.all([1, 2, 3].map(() => askImport(world, checkId)));
    expect(new Set(ids).size).toBe(1);
    await expect(askImport(world, 'nothing')).rejects.toThrow('NOT_FOUND');
    await expect(askImport(world, ids[0] ?? '')).rejects.toThrow('NOT_FOUND');
  });
});
