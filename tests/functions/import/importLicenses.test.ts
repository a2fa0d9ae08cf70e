import { describe, expect, test } from 'vitest';
import type { Customer } from '@latchkey/domain/customer/customer';
import type { LicensePrivate } from '@latchkey/domain/license/license';
import { generatorPath, jobPagePath, licensePrivatePath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { aGenerator } from '../../support/builders.ts';
import { askImport, checked, imported, keyedRows, placed } from '../../support/imports.ts';
import { documents, everything, historyOf, readLicense } from '../../support/inventory.ts';
import { eventsOf, readJob, rowsOf, run } from '../../support/jobs.ts';
import { aKey, seedCatalog, seedLicense } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';

const PRODUCT = 'acme-editor';

describe('the check of a file', () => {
  test('says what every row would do, and changes nothing but its own job', async () => {
    const world = newWorld('importcheck');
    await seedCatalog(world);
    const taken = await seedLicense(world);
    const rows = placed<'licenses'>([
      { key: aKey(), product: PRODUCT, email: 'new@import.test' },
      { reference: 'order-1', product: PRODUCT },
      { key: taken.key, product: PRODUCT },
      { key: taken.key, product: PRODUCT, limit: 77 },
      { key: aKey(), product: 'nothing' },
      { key: aKey(), product: PRODUCT, generator: 'nothing' },
      { key: aKey(), product: PRODUCT, expires: '2020-01-01T00:00:00.000Z' },
    ]);
    const before = await documents(world, 'licenses');
    const { codes, job, checkId } = await checked(world, 'licenses', rows);
    expect(codes).toEqual([
      'CREATE_LICENSE',
      'CREATE_LICENSE',
      'ALREADY_SO',
      'LICENSE_DIFFERS',
      'PRODUCT_NOT_FOUND',
      'GENERATOR_NOT_FOUND',
      'EXPIRY_NOT_FUTURE',
    ]);
    expect(job).toMatchObject({
      status: 'done',
      progress: { total: 7, done: 3, refused: 4, deeds: { CREATE_LICENSE: 2, ALREADY_SO: 1 } },
    });
    expect(await documents(world, 'licenses')).toEqual(before);
    for (const name of ['customers', 'outbox'] as const) expect(await documents(world, name)).toEqual([]);
    const report = await rowsOf(world, checkId);
    expect(report.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(report[3]?.sentence).toContain('Activation limit');
    // What is not made yet leads nowhere, and a key that will be drawn has no hint.
    expect(report.slice(0, 2).map(({ licenseId }) => licenseId)).toEqual([null, null]);
    expect(report[1]?.keyHint).toBeNull();
    expect(await eventsOf(world, checkId)).toEqual([]);
  });

  test('no whole key and no address is in its report, its job or the audit', async () => {
    const world = newWorld('importsecrets');
    await seedCatalog(world);
    const rows = keyedRows(3, { email: 'secret@import.test' });
    const { checkId, jobId } = await imported(world, 'licenses', rows);
    const told = JSON.stringify([
      await rowsOf(world, checkId),
      await rowsOf(world, jobId),
      await readJob(world, checkId),
      await readJob(world, jobId),
      await documents(world, 'audit'),
    ]);
    for (const row of rows) expect(told).not.toContain('key' in row ? row.key : '');
    expect(told).not.toContain('secret@import.test');
  });
});

describe('an import of licenses', () => {
  test('makes each license as its row says, with customer, history and reference', async () => {
    const world = newWorld('importmakes');
    await seedCatalog(world);
    const key = aKey();
    const rows = placed<'licenses'>([
      {
        key,
        reference: 'order-1',
        product: PRODUCT,
        email: 'Jo@Import.test',
        name: 'Jo',
        limit: -1,
        expires: null,
        features: { pro: true },
        metadata: { shop: 'x' },
      },
      { reference: 'order-2', product: PRODUCT },
    ]);
    const { codes, jobId } = await imported(world, 'licenses', rows);
    expect(codes).toEqual(['CREATE_LICENSE', 'CREATE_LICENSE']);
    const [first, second] = await rowsOf(world, jobId);
    const license = await readLicense(world, first?.licenseId ?? '');
    expect(license).toMatchObject({
      key,
      status: 'assigned',
      customerEmail: 'jo@import.test',
      customerName: 'Jo',
      activationLimit: -1,
      expiresAt: null,
      validity: null,
      features: { pro: true },
    });
    const [hidden] = await world.store.getAll<LicensePrivate>([
      licensePrivatePath('production', license?.id ?? ''),
    ]);
    expect(hidden?.data?.metadata).toEqual({ reference: 'order-1', shop: 'x' });
    expect(
      (await historyOf(world, license?.id ?? ''))
        .map(({ action, requestId }) => `${action} ${requestId}`)
        .toSorted(),
    ).toEqual([`license.assigned ${jobId}`, `license.created ${jobId}`]);
    expect(await readLicense(world, second?.licenseId ?? '')).toMatchObject({ status: 'available' });
  });

  test('of a file that is no longer kept stops with a sentence instead of ending early', async () => {
    const world = newWorld('importforgotten');
    await seedCatalog(world);
    const { checkId } = await checked(world, 'licenses', keyedRows(120));
    await world.store.commit([{ kind: 'delete', path: jobPagePath('production', checkId, 1) }]);
    const jobId = await askImport(world, checkId);
    expect(await run(world, jobId)).toBe('ended');
    const job = await readJob(world, jobId);
    expect(job).toMatchObject({ status: 'failed', progress: { total: 120, done: 100 } });
    expect(job.problem).toContain('Choose the file again');
  });

  test('without mails nobody is invited, and nobody told', async () => {
    const world = newWorld('importquiet');
    await seedCatalog(world);
    await imported(world, 'licenses', keyedRows(1, { email: 'quiet@import.test' }), false);
    const [customer] = await documents<Customer>(world, 'customers');
    expect(customer?.data?.invitedAt).toBeNull();
    const work = (await documents<{ work: { kind: string } }>(world, 'outbox')).map(
      ({ data }) => data?.work.kind,
    );
    expect(work).toEqual(['customer-account']);
    await imported(world, 'licenses', keyedRows(1, { email: 'told@import.test' }), true);
    const then = (await documents<{ work: { kind: string } }>(world, 'outbox')).map(
      ({ data }) => data?.work.kind,
    );
    expect(then).toContain('customer-invitation');
  });

  test('where a product has several generators, the row has to say which', async () => {
    const world = newWorld('importgenerators');
    await seedCatalog(world);
    const other = aGenerator({ id: 'second', name: 'Second One', nameKey: 'second one' });
    await world.store.commit([
      { kind: 'set', path: generatorPath('production', other.id), data: toStored(other) },
    ]);
    const rows = placed<'licenses'>([
      { key: aKey(), product: PRODUCT },
      { key: aKey(), product: PRODUCT, generator: ' SECOND  one' },
      { key: aKey(), product: PRODUCT, generator: 'second' },
    ]);
    const { codes } = await checked(world, 'licenses', rows);
    expect(codes).toEqual(['GENERATOR_NEEDED', 'CREATE_LICENSE', 'CREATE_LICENSE']);
  });

  test('of a check that was only sent does nothing to the environment', async () => {
    const world = newWorld('importonlysent');
    await seedCatalog(world);
    const before = await everything(world);
    await checked(world, 'licenses', keyedRows(2));
    const after = await everything(world);
    const others = (text: string): string[] =>
      text.split('\n').filter((line) => !/\/(jobs|audit)\/|^users\//.test(line));
    expect(others(after)).toEqual(others(before));
  });
});
