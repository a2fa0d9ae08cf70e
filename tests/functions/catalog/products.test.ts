import { expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Generator } from '@latchkey/domain/generator/generator';
import type { License } from '@latchkey/domain/license/license';
import type { ProductFacts } from '@latchkey/domain/product/commands';
import type { Product } from '@latchkey/domain/product/product';
import { commandProduct } from '@latchkey/functions/operations/catalog/commandProduct';
import { createProduct } from '@latchkey/functions/operations/catalog/createProduct';
import { issueLicense } from '@latchkey/functions/operations/issueLicense';
import { documents, everything, readLicense } from '../../support/inventory.ts';
import { readJob, run, starter } from '../../support/jobs.ts';
import { FRESH_PRODUCT } from '../../support/freshFacts.ts';
import { seedCatalog, seedLicenses, seedWithDevices } from '../../support/seedLicenses.ts';
import { atOnce } from '../../support/software.ts';
import { newWorld } from '../../support/world.ts';

const GUARD = { timeout: 90_000 };
const FACTS: ProductFacts = FRESH_PRODUCT;

test('an id that ten people choose at once is one product; the others hear that it is taken', async () => {
  const world = newWorld('product-ids');
  const answers = await atOnce(10, () => createProduct(world.call(), 'production', 'fresh', FACTS));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
  expect(new Set(codes)).toEqual(new Set(['PRODUCT_ID_TAKEN']));
  expect(await documents(world, 'audit')).toHaveLength(1);
  expect(await createProduct(world.call(), 'staging', 'fresh', FACTS)).toMatchObject({ ok: true });
});

test(
  'a product that is renamed and switched takes its generators, licenses and devices along',
  GUARD,
  async () => {
    const world = newWorld('product-copies');
    const { productId } = await seedCatalog(world);
    await seedLicenses(world, 30);
    const { license } = await seedWithDevices(world, 5);
    const actor = await starter(world, 'admin');
    const changes = { name: 'Renamed Editor', requireIdentifier: true };
    const command = { type: 'edit', revision: 1, changes } as const;
    const answer = await commandProduct(world.call({ actor }), 'production', productId, command);
    const jobId = (answer.ok && answer.jobId) || '';
    const [generator] = await documents<Generator>(world, 'generators');
    expect(generator?.data?.productName).toBe('Renamed Editor');
    expect(await run(world, jobId)).toBe('ended');
    expect(await readJob(world, jobId)).toMatchObject({ status: 'done', progress: { done: 36, refused: 0 } });
    const licenses = await documents<License>(world, 'licenses');
    expect(licenses.every(({ data }) => data?.productName === 'Renamed Editor')).toBe(true);
    expect(licenses.every(({ data }) => data?.requireIdentifier === true)).toBe(true);
    expect(licenses.every(({ data }) => data?.search?.['REN'] === true)).toBe(true);
    const devices = await documents<{ productName: string }>(world, 'activations');
    expect(new Set(devices.map(({ data }) => data?.productName))).toEqual(new Set(['Renamed Editor']));
    // No change of the license itself: an open form is not told of one.
    expect(await readLicense(world, license.id)).toMatchObject({ revision: license.revision });
  },
);

test('of two renames the later one stays, in whatever order their jobs run', GUARD, async () => {
  const world = newWorld('product-renames');
  const { productId } = await seedCatalog(world);
  await seedLicenses(world, 10);
  const actor = await starter(world, 'admin');
  const rename = async (name: string) => {
    const command = { type: 'edit', revision: null, changes: { name } } as const;
    const answer = await commandProduct(world.call({ actor }), 'production', productId, command);
    return (answer.ok && answer.jobId) || '';
  };
  const first = await rename('One');
  const second = await rename('Two');
  await run(world, second);
  await run(world, first);
  const licenses = await documents<License>(world, 'licenses');
  expect(new Set(licenses.map(({ data }) => data?.productName))).toEqual(new Set(['Two']));
});

test('a change that licenses do not copy starts no job, and an outdated form changes nothing', async () => {
  const world = newWorld('product-quiet');
  const { productId } = await seedCatalog(world);
  const command = { type: 'edit', revision: 1, changes: { description: 'New words' } } as const;
  const call = () => commandProduct(world.call(), 'production', productId, command);
  expect(await call()).toEqual({ ok: true, jobId: null });
  expect(await documents(world, 'jobs')).toHaveLength(0);
  const before = await everything(world);
  expect(await call()).toMatchObject({ ok: false, code: 'CHANGED_MEANWHILE' });
  expect(await everything(world)).toBe(before);
});

test('a product with licenses is archived, one without is deleted with its generators', GUARD, async () => {
  const world = newWorld('product-delete');
  const { productId, generatorId } = await seedCatalog(world);
  const give = (command: Parameters<typeof commandProduct>[3]) =>
    commandProduct(world.call(), 'production', productId, command);
  const order = { environment: 'production', productId, generatorId, customer: null } as const;
  await issueLicense(world.call(), order);
  expect(await give({ type: 'delete', confirmation: productId })).toMatchObject({
    code: 'PRODUCT_HAS_LICENSES',
  });
  expect(await give({ type: 'archive' })).toMatchObject({ ok: true });
  expect(await issueLicense(world.call(), order)).toMatchObject({ code: 'PRODUCT_INACTIVE' });

  const { productId: other } = await newWorldProduct(world);
  const giveOther = (command: Parameters<typeof commandProduct>[3]) =>
    commandProduct(world.call(), 'production', other, command);
  expect(await giveOther({ type: 'delete', confirmation: other })).toMatchObject({
    code: 'PRODUCT_IS_ACTIVE',
  });
  await giveOther({ type: 'inactivate' });
  expect(await giveOther({ type: 'delete', confirmation: 'wrong' })).toMatchObject({
    code: 'CONFIRMATION_MISMATCH',
  });
  expect(await giveOther({ type: 'delete', confirmation: other })).toMatchObject({ ok: true });
  const products = await documents<Product>(world, 'products');
  expect(products.map(({ id }) => id)).toEqual([productId]);
  const events = await documents<AuditEvent>(world, 'audit', [['about', '==', `product/${other}`]]);
  expect(events.map(({ data }) => data?.action).toSorted()).toEqual([
    'product.created',
    'product.deleted',
    'product.inactivated',
  ]);
});

async function newWorldProduct(world: ReturnType<typeof newWorld>) {
  const answer = await createProduct(world.call(), 'production', 'other', FACTS);
  if (!answer.ok) throw new Error(answer.code);
  return answer;
}

test(
  'the kill switch revokes what has a customer, deletes what is available, and a crash on the way loses none',
  GUARD,
  async () => {
    const world = newWorld('kill-switch');
    const { productId } = await seedCatalog(world);
    const states = ['available', 'assigned', 'active', 'suspended', 'expired', 'revoked'] as const;
    await seedLicenses(world, 120, (index) => ({ status: states[index % states.length] ?? 'active' }));
    await seedLicenses(world, 3, () => ({ productId: 'another', productName: 'Another' }));
    const actor = await starter(world, 'owner');
    const kill = { type: 'kill', confirmation: 'ACME-editor ', reason: 'Withdrawn' } as const;
    const answer = await commandProduct(world.call({ actor }), 'production', productId, kill);
    const jobId = (answer.ok && answer.jobId) || '';
    // The runner dies after each page; the next one goes on.
    let pages = 0;
    while ((await run(world, jobId, { until: () => pages++ % 2 === 1 })) === 'waiting') continue;
    const licenses = await documents<License>(world, 'licenses');
    const own = licenses.filter(({ data }) => data?.productId === productId);
    expect(own).toHaveLength(100);
    expect(new Set(own.map(({ data }) => data?.status))).toEqual(new Set(['revoked']));
    const others = licenses.filter(({ data }) => data?.productId === 'another');
    expect(others.some(({ data }) => data?.status === 'revoked')).toBe(false);
    const events = await documents<AuditEvent>(world, 'audit');
    const count = (action: string) => events.filter(({ data }) => data?.action === action).length;
    expect([count('license.revoked'), count('license.deleted')]).toEqual([80, 20]);
    const revoked = events.find(({ data }) => data?.action === 'license.revoked');
    expect(revoked?.data?.reason).toBe('Withdrawn');
    const [product] = await documents<Product>(world, 'products');
    expect(product?.data?.status).toBe('inactive');
  },
);

test(
  'a license and the switch-off of its product at the same moment: never one made after it',
  GUARD,
  async () => {
    const world = newWorld('product-race');
    const { productId, generatorId } = await seedCatalog(world);
    const actor = await starter(world, 'owner');
    const order = { environment: 'production', productId, generatorId, customer: null } as const;
    const [, ...issued] = await Promise.all([
      commandProduct(world.call({ actor }), 'production', productId, { type: 'inactivate' }),
      ...Array.from({ length: 20 }, () => issueLicense(world.call(), order)),
    ]);
    const made = issued.filter((answer) => 'licenseId' in answer);
    const licenses = await documents<License>(world, 'licenses');
    expect(licenses).toHaveLength(made.length);
    const [job] = await documents(world, 'jobs');
    if (job) await run(world, job.id);
    const after = await documents<License>(world, 'licenses');
    expect(after.every(({ data }) => data?.productStatus === 'inactive')).toBe(true);
  },
);
