import { jobPath } from '@latchkey/functions/firestore/collections';
import type { Job } from '@latchkey/domain/job/job';
import { beforeAll, describe, expect, test } from 'vitest';
import { aContract } from '../../support/contracts.ts';
import { contractPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { createCustomer } from '@latchkey/functions/operations/customer/createCustomer';
import type { Ask } from '../../support/manage.ts';
import { aManageKey, manageIn } from '../../support/manage.ts';
import { OPERATIONS, unlikeDocument } from '../../support/manageDocument.ts';
import { seedCatalog, seedLicense, seedLicenses, seedWithDevices } from '../../support/seedLicenses.ts';
import { newWorld } from '../../support/world.ts';

const world = newWorld('manage-operations');
const ask: Ask = manageIn(world);
let key: string;
let sources: { productId: string; generatorId: string };
beforeAll(async () => {
  sources = await seedCatalog(world);
  ({ key } = await aManageKey(world));
});

/** What a good request of an operation is: a record of its own in the state that it needs. */
interface Good {
  readonly ids?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: object;
}

const why = { publicReason: 'because', note: null };
const license = async (more: Parameters<typeof seedLicense>[1] = {}) => {
  const { id } = await seedLicense(world, { ...more, generatorId: sources.generatorId });
  return { licenseId: id };
};
const open = {
  customerId: null,
  customerName: null,
  customerEmail: null,
  status: 'available',
  activatedAt: null,
} as const;
const customer = { email: `new-${Date.now()}@example.com`, name: 'New' };
const facts = {
  name: 'Made by program',
  description: '',
  identifierType: 'hardware',
  requireIdentifier: false,
  offlineAllowed: true,
  downloadsAllowed: true,
  emailOnAssign: false,
  features: [],
};
const made = async (path: string, body: object): Promise<string> => {
  const answer = await ask('POST', path, { key, body });
  expect(answer.status, answer.text).toBe(201);
  return String(answer.body['id']);
};
let number = 0;
const unique = (): string => `n${++number}-${world.tools.newId().toLowerCase()}`;
const product = async () => ({ productId: await made('/products', { id: unique(), ...facts }) });
const inactiveProduct = async () => {
  const ids = await product();
  await ask('POST', `/products/${ids.productId}/inactivate`, { key });
  return ids;
};
const generatorFacts = {
  description: '',
  format: { type: 'uuid' },
  activationLimit: 2,
  validity: null,
  features: {},
  metadata: {},
};
const generator = async () => {
  const body = { productId: sources.productId, name: unique(), ...generatorFacts };
  return { generatorId: await made('/generators', body) };
};
const person = async () => {
  const made = await createCustomer(world.call({ now: new Date(Date.now() - 3_600_000) }), 'production', {
    email: `${unique()}@example.com`,
    name: 'Ann',
  });
  return { customerId: made.ok ? made.customerId : '' };
};
const contractFacts = {
  name: 'Partner',
  quota: 500,
  activationLimit: null,
  features: null,
  expiresAt: null,
  rates: { perMinute: 1, perHour: 2, perDay: 3 },
};
const contract = async () => {
  const stored = aContract({ ...sources, id: world.tools.newId(), quota: 2_000 });
  await world.store.commit([
    { kind: 'set', path: contractPath('production', stored.id), data: toStored(stored) },
  ]);
  return { contractId: stored.id };
};
const job = async () => {
  const [one] = await seedLicenses(world, 1);
  const body = { command: { type: 'reactivate' }, selection: { by: 'ids', ids: [one?.id ?? ''] } };
  const answer = await ask('POST', '/licenses/bulk-command', { key, body });
  expect(answer.status, answer.text).toBe(202);
  return { jobId: String(answer.body['jobId']) };
};
const stoppedJob = async () => {
  const ids = await job();
  await ask('POST', `/jobs/${ids.jobId}/cancel`, { key });
  return ids;
};

const GOOD: Readonly<Record<string, () => Promise<Good>>> = {
  listLicenses: async () => ({ query: `?status=active&limit=3` }),
  createLicense: async () => ({ body: { ...sources, customer, metadata: { order: '1' } } }),
  getLicense: async () => ({ ids: await license() }),
  editLicense: async () => ({
    ids: await license(),
    body: { activationLimit: 7, expiresAt: '2030-01-01T00:00:00Z' },
  }),
  deleteLicense: async () => ({ ids: await license() }),
  assignLicense: async () => ({ ids: await license(open), body: { customer } }),
  transferLicense: async () => ({ ids: await license(), body: { customer } }),
  inactivateLicense: async () => ({ ids: await license(), body: why }),
  reactivateLicense: async () => ({ ids: await license({ status: 'inactive' }) }),
  suspendLicense: async () => ({ ids: await license(), body: why }),
  unsuspendLicense: async () => ({ ids: await license({ status: 'suspended' }) }),
  revokeLicense: async () => ({ ids: await license(), body: why }),
  renewLicense: async () => ({
    ids: await license({ status: 'expired', expiresAt: new Date('2020-01-01') }),
    body: { expiresAt: '2031-01-01T00:00:00Z' },
  }),
  bulkCreateLicenses: async () => ({ body: { generatorId: sources.generatorId, quantity: 500 } }),
  bulkCommandLicenses: async () => {
    const many = await seedLicenses(world, 3, () => open);
    const ids = many.map(({ id }) => id);
    return { body: { command: { type: 'assign', customer }, selection: { by: 'ids', ids } } };
  },
  listActivations: async () => ({ query: '?limit=2' }),
  getActivation: async () => {
    const { devices } = await seedWithDevices(world, 1);
    return { ids: { activationId: devices[0]?.id ?? '' } };
  },
  deactivateActivation: async () => {
    const { devices } = await seedWithDevices(world, 1);
    return { ids: { activationId: devices[0]?.id ?? '' } };
  },
  listProducts: async () => ({ query: '?status=active' }),
  createProduct: async () => ({ body: { id: unique(), ...facts } }),
  getProduct: async () => ({ ids: await product() }),
  editProduct: async () => ({ ids: await product(), body: { name: 'Another name' } }),
  activateProduct: async () => ({ ids: await inactiveProduct() }),
  inactivateProduct: async () => ({ ids: await product() }),
  archiveProduct: async () => ({ ids: await inactiveProduct() }),
  unarchiveProduct: async () => {
    const ids = await inactiveProduct();
    await ask('POST', `/products/${ids.productId}/archive`, { key });
    return { ids };
  },
  killProduct: async () => {
    const ids = await product();
    return { ids, body: { confirmation: ids.productId, reason: 'withdrawn' } };
  },
  deleteProduct: async () => ({ ids: await inactiveProduct() }),
  listGenerators: async () => ({ query: `?productId=${sources.productId}` }),
  createGenerator: async () => ({
    body: { productId: sources.productId, name: unique(), ...generatorFacts },
  }),
  getGenerator: async () => ({ ids: await generator() }),
  editGenerator: async () => ({ ids: await generator(), body: { activationLimit: 9 } }),
  activateGenerator: async () => {
    const ids = await generator();
    await ask('POST', `/generators/${ids.generatorId}/inactivate`, { key });
    return { ids };
  },
  inactivateGenerator: async () => ({ ids: await generator() }),
  generateLicenses: async () => ({ ids: await generator(), body: { quantity: 5 } }),
  deleteGenerator: async () => ({ ids: await generator() }),
  listCustomers: async () => ({}),
  createCustomer: async () => ({ body: { email: `${unique()}@example.com`, name: 'Ann' } }),
  getCustomer: async () => ({ ids: await person() }),
  renameCustomer: async () => ({ ids: await person(), body: { name: 'Another' } }),
  inviteCustomer: async () => ({ ids: await person() }),
  disableCustomer: async () => ({ ids: await person() }),
  enableCustomer: async () => {
    const ids = await person();
    await ask('POST', `/customers/${ids.customerId}/disable`, { key });
    return { ids };
  },
  exportCustomer: async () => ({ ids: await person(), body: { part: 'licenses' } }),
  deleteCustomer: async () => ({ ids: await person() }),
  listContracts: async () => ({ query: '?type=reseller' }),
  createContract: async () => ({ body: { type: 'reseller', ...sourcesOfContract(), ...contractFacts } }),
  getContract: async () => ({ ids: await contract() }),
  editContract: async () => ({ ids: await contract(), body: { quota: 900 } }),
  activateContract: async () => ({ ids: await contract() }),
  inactivateContract: async () => ({ ids: await contract() }),
  issueFromContract: async () => ({ ids: await contract(), body: { quantity: 2, customer } }),
  rotateContractKey: async () => ({ ids: await contract() }),
  revokeContractKey: async () => {
    const ids = await contract();
    await ask('POST', `/contracts/${ids.contractId}/rotate-key`, { key });
    return { ids };
  },
  deleteContract: async () => ({ ids: await contract() }),
  listJobs: async () => ({ query: '?status=queued' }),
  getJob: async () => ({ ids: await job() }),
  listJobRows: async () => ({ ids: await job() }),
  cancelJob: async () => ({ ids: await job() }),
  retryJob: async () => ({ ids: await stoppedJob() }),
  listAuditEvents: async () => ({ query: '?action=license.edited' }),
  listSettings: async () => ({}),
  getSettings: async () => ({ ids: { section: 'license' } }),
  saveSettings: async () => ({
    ids: { section: 'license' },
    body: { values: { graceDays: 1 + (number++ % 20), offlineHours: 24 } },
  }),
};

function sourcesOfContract() {
  return { productId: sources.productId, generatorId: sources.generatorId };
}

function filled(path: string, ids: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'nothing-here');
}

test('every operation of the document is tried', () => {
  expect(Object.keys(GOOD).toSorted()).toEqual(
    OPERATIONS.map(({ operation }) => operation.operationId).toSorted(),
  );
});

describe.each(OPERATIONS.map((one) => [`${one.method} ${one.path}`, one] as const))('%s', (_, one) => {
  const { method, path, operation } = one;

  test('answers a good request as the document says', async () => {
    const { ids, query = '', body } = (await GOOD[operation.operationId]?.()) ?? {};
    const answer = await ask(method, filled(path, ids) + query, { key, body });
    expect(answer.status, answer.text).toBeLessThan(300);
    expect(unlikeDocument(one, answer), answer.text).toEqual([]);
    if (operation.responses[String(answer.status)]?.headers?.['ETag']) {
      expect(answer.headers.get('etag')).toMatch(/^"r\d+"$/);
    }
  });

  test('refuses strangers, keys without the permission and what it does not know, as the document says', async () => {
    const { ids, query = '', body } = (await GOOD[operation.operationId]?.()) ?? {};
    const at = filled(path, ids) + query;
    const weak = await aManageKey(world, {
      permissions: operation.description.includes('console.read') ? ['keys.read'] : ['console.read'],
    });
    const strange = `lkm_production_${'a'.repeat(40)}`;
    const joined = at.includes('?') ? `${at}&nonsense=1` : `${at}?nonsense=1`;
    const cases = [
      [401, await ask(method, at, { body })],
      [401, await ask(method, at, { key: strange, body })],
      [403, await ask(method, at, { key: weak.key, body })],
      [400, await ask(method, joined, { key, body })],
      ...(method === 'GET' ? [] : [[400, await ask(method, at, { key, body: '{"not json' })] as const]),
      ...(method === 'GET'
        ? []
        : [[400, await ask(method, at, { key, body: { ...body, DEMOKEYNONSENSE: 1 } })] as const]),
      ...(method === 'GET'
        ? []
        : [
            [
              415,
              await ask(method, at, { key, body: body ?? {}, headers: { 'content-type': 'text/plain' } }),
            ] as const,
          ]),
    ] as const;
    for (const [status, answer] of cases) {
      expect(answer.status, answer.text).toBe(status);
      expect(unlikeDocument(one, answer), answer.text).toEqual([]);
      expect(answer.text).not.toMatch(/NONSENSE|node_modules|aaaaaaaaa/);
    }
  });
});

const OF_ONE = OPERATIONS.filter(({ path }) => path.includes('{') && !path.includes('{section}'));
test.each(OF_ONE.map((one) => [`${one.method} ${one.path}`, one] as const))(
  '%s says 404 of what is not there',
  async (_, one) => {
    const { body } = (await GOOD[one.operation.operationId]?.()) ?? {};
    const answer = await ask(one.method, filled(one.path), { key, body });
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(unlikeDocument(one, answer)).toEqual([]);
  },
);

test('a job that a program has started goes on only while its key may what it does', async () => {
  const { jobId } = await job();
  const [stored] = await world.store.getAll<Job>([jobPath('production', jobId)]);
  expect(stored?.data?.actsFor).toMatchObject({ kind: 'api-key', name: 'Web shop' });
});
