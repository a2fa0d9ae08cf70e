import { describe, expect, test } from 'vitest';
import type { Customer } from '@latchkey/domain/customer/customer';
import { LEASE_MS } from '@latchkey/domain/job/states';
import type { License } from '@latchkey/domain/license/license';
import { later } from '../../support/builders.ts';
import { askImport, checked, codesOf, imported, placed, sendFile } from '../../support/imports.ts';
import { documents, readLicense } from '../../support/inventory.ts';
import { eventsOf, killedAt, readJob, rowsOf, run } from '../../support/jobs.ts';
import { aKey, seedCatalog, seedLicenses } from '../../support/seedLicenses.ts';
import type { World } from '../../support/world.ts';
import { newWorld } from '../../support/world.ts';

const PRODUCT = 'acme-editor';
const AVAILABLE = {
  status: 'available',
  customerId: null,
  customerName: null,
  customerEmail: null,
  activationCount: 0,
  expiresAt: null,
} as const;

/** Rows that take the next available license each. */
function nextRows(count: number, name = 'order') {
  return placed<'assignments'>(
    Array.from({ length: count }, (_, at) => ({
      product: PRODUCT,
      reference: `${name}-${at}`,
      email: `${name}${at}@import.test`,
    })),
  );
}

async function assignedTo(world: World): Promise<string[]> {
  const found = await documents<License>(world, 'licenses', [['status', '==', 'assigned']]);
  return found.map(({ data }) => data?.customerEmail ?? '').toSorted();
}

describe('an import of assignments', () => {
  test('by key: what is available is assigned, what is so already stays, everything else is refused', async () => {
    const world = newWorld('assignkeys');
    await seedCatalog(world);
    const [first] = await seedLicenses(world, 1, () => AVAILABLE);
    const [active] = await seedLicenses(world, 1);
    const email = active?.customerEmail ?? '';
    const rows = placed<'assignments'>([
      { key: first?.key.toLowerCase() ?? '', email: 'a@import.test', name: 'A' },
      { key: active?.key ?? '', email: 'b@import.test' },
      { key: aKey(), email: 'c@import.test' },
    ]);
    const { codes } = await checked(world, 'assignments', rows);
    expect(codes).toEqual(['ASSIGN_LICENSE', 'CANNOT_ASSIGN', 'NOT_FOUND']);
    expect((await imported(world, 'assignments', rows)).codes).toEqual(codes);
    expect(await readLicense(world, first?.id ?? '')).toMatchObject({
      status: 'assigned',
      customerEmail: 'a@import.test',
    });
    expect(await readLicense(world, active?.id ?? '')).toMatchObject({ customerEmail: email });
    const again = await imported(world, 'assignments', rows);
    expect(again.codes).toEqual(['ALREADY_SO', 'CANNOT_ASSIGN', 'NOT_FOUND']);
  });

  test('by product: one license a row, the oldest first, never more than there are', async () => {
    const world = newWorld('assignnext');
    await seedCatalog(world);
    await seedLicenses(world, 3, () => AVAILABLE);
    const passed = { ...AVAILABLE, expiresAt: later(-1, new Date()), createdAt: new Date(0) };
    const [late] = await seedLicenses(world, 1, () => passed);
    const rows = nextRows(5);
    const { codes, jobId } = await imported(world, 'assignments', rows);
    // The one past its date counts as available, but cannot be assigned.
    expect(codes.filter((code) => code === 'ASSIGN_LICENSE')).toHaveLength(3);
    expect(codes.filter((code) => code === 'NONE_AVAILABLE')).toHaveLength(2);
    const taken = (await rowsOf(world, jobId)).flatMap(({ licenseId }) => licenseId ?? []);
    expect(new Set(taken).size).toBe(3);
    expect(taken).not.toContain(late?.id);
  });

  test('imported again, after more were generated, takes nothing twice', async () => {
    const world = newWorld('assigntwice');
    await seedCatalog(world);
    await seedLicenses(world, 30, () => AVAILABLE);
    const rows = nextRows(20);
    expect((await imported(world, 'assignments', rows)).codes).toEqual(rows.map(() => 'ASSIGN_LICENSE'));
    const before = await assignedTo(world);
    expect((await imported(world, 'assignments', rows)).codes).toEqual(rows.map(() => 'ALREADY_SO'));
    expect(await assignedTo(world)).toEqual(before);

    const other = rows.slice(0, 1).map((row) => ({ ...row, email: 'other@import.test' }));
    expect((await imported(world, 'assignments', other)).codes).toEqual(['REFERENCE_USED']);
    expect(await assignedTo(world)).toEqual(before);
  });

  test('the check counts over all pages, also when it goes on after a crash', async () => {
    const world = newWorld('assigncount');
    await seedCatalog(world);
    await seedLicenses(world, 110, () => AVAILABLE);
    const rows = nextRows(130);
    const checkId = await sendFile(world, 'assignments', rows);
    const store = killedAt(world.store, (paths) => paths.some((path) => path.endsWith('/reports/000001')));
    expect(await run(world, checkId, { store, report: () => undefined })).toBe('waiting');
    expect(await run(world, checkId, { clock: () => later(LEASE_MS + 1, new Date()) })).toBe('ended');
    expect((await readJob(world, checkId)).progress).toMatchObject({
      done: 110,
      refused: 20,
      deeds: { ASSIGN_LICENSE: 110 },
    });
  });

  test('two imports at once never take the same license, and together never more than there are', async () => {
    const world = newWorld('assignrace');
    await seedCatalog(world);
    await seedLicenses(world, 50, () => AVAILABLE);
    const files = [nextRows(40, 'one'), nextRows(40, 'two')];
    const jobs: string[] = [];
    for (const rows of files) {
      jobs.push(await askImport(world, (await checked(world, 'assignments', rows)).checkId));
    }
    await Promise.all(jobs.map((jobId) => run(world, jobId)));
    const rows = (await Promise.all(jobs.map((jobId) => rowsOf(world, jobId)))).flat();
    const done = rows.filter(({ outcome }) => outcome === 'done');
    expect(done).toHaveLength(50);
    expect(new Set(done.map(({ licenseId }) => licenseId)).size).toBe(50);
    expect(rows.filter(({ code }) => code === 'NONE_AVAILABLE')).toHaveLength(30);
    expect(new Set(await assignedTo(world)).size).toBe(50);
  });

  test('the same file twice at once assigns one license a row', async () => {
    const world = newWorld('assignsame');
    await seedCatalog(world);
    await seedLicenses(world, 60, () => AVAILABLE);
    const rows = nextRows(25);
    const jobs: string[] = [];
    for (let i = 0; i < 2; i++) {
      jobs.push(await askImport(world, (await checked(world, 'assignments', rows)).checkId));
    }
    await Promise.all(jobs.map((jobId) => run(world, jobId)));
    expect(await assignedTo(world)).toEqual(rows.map(({ email }) => email).toSorted());
    const codes = (await Promise.all(jobs.map((jobId) => codesOf(world, jobId)))).flat();
    expect(codes.filter((code) => code === 'ASSIGN_LICENSE')).toHaveLength(25);
    expect(codes.filter((code) => code === 'ALREADY_SO')).toHaveLength(25);
  });

  test.each(['before', 'after'] as const)('killed %s a commit: each row once', async (when) => {
    const world = newWorld('assignkilled');
    await seedCatalog(world);
    await seedLicenses(world, 60, () => AVAILABLE);
    const rows = nextRows(40);
    const { checkId } = await checked(world, 'assignments', rows);
    const jobId = await askImport(world, checkId);
    let commits = 0;
    const dies = (paths: readonly string[]): boolean =>
      paths.some((path) => path.includes('/licenses/')) && ++commits > 15;
    const store = killedAt(world.store, dies, when);
    expect(await run(world, jobId, { store, report: () => undefined })).toBe('waiting');
    expect(await run(world, jobId, { clock: () => later(LEASE_MS + 1, new Date()) })).toBe('ended');
    expect(await codesOf(world, jobId)).toEqual(rows.map(() => 'ASSIGN_LICENSE'));
    expect(await assignedTo(world)).toEqual(rows.map(({ email }) => email).toSorted());
    const events = (await eventsOf(world, jobId)).filter(({ action }) => action === 'license.assigned');
    expect(events).toHaveLength(40);
  });
});

describe('an import of customers', () => {
  test('creates who is not there, leaves who is, refuses another name, and changes nothing the second time', async () => {
    const world = newWorld('importcustomers');
    const first = placed<'customers'>([
      { email: 'Ada@import.test', name: 'Ada' },
      { email: 'bob@import.test' },
    ]);
    expect((await imported(world, 'customers', first)).codes).toEqual(['CREATE_CUSTOMER', 'CREATE_CUSTOMER']);
    const before = await documents<Customer>(world, 'customers');
    expect(before.map(({ data }) => data?.email).toSorted()).toEqual(['ada@import.test', 'bob@import.test']);
    const second = placed<'customers'>([
      { email: 'ada@IMPORT.test', name: 'Ada' },
      { email: 'ada@import.test' },
      { email: 'ada@import.test', name: 'Another' },
    ]);
    const { codes, checkId } = await imported(world, 'customers', second);
    expect(codes).toEqual(['ALREADY_SO', 'ALREADY_SO', 'CUSTOMER_DIFFERS']);
    expect(await codesOf(world, checkId)).toEqual(codes);
    expect(await documents(world, 'customers')).toEqual(before);
  });

  test('killed in the middle reports every row as created, once', async () => {
    const world = newWorld('customerskilled');
    const rows = placed<'customers'>(
      Array.from({ length: 50 }, (_, at) => ({ email: `c${at}@import.test` })),
    );
    const { checkId } = await checked(world, 'customers', rows);
    const jobId = await askImport(world, checkId);
    const dies = (paths: readonly string[]): boolean => paths.some((path) => path.includes('/customers/'));
    const store = killedAt(world.store, dies, 'after');
    expect(await run(world, jobId, { store, report: () => undefined })).toBe('waiting');
    expect(await run(world, jobId, { clock: () => later(LEASE_MS + 1, new Date()) })).toBe('ended');
    expect(await codesOf(world, jobId)).toEqual(rows.map(() => 'CREATE_CUSTOMER'));
    expect(await documents(world, 'customers')).toHaveLength(50);
  });
});
