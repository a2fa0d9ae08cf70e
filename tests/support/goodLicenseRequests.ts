import { createCustomer } from '@latchkey/functions/operations/customer/createCustomer';
import type { GoodRequests, ManageBench } from './manageBench.ts';
import { seedLicense, seedLicenses, seedWithDevices } from './seedLicenses.ts';

export const SOMEBODY = { email: `new-${Date.now()}@example.com`, name: 'New' };
const why = { publicReason: 'because', note: null };
const open = {
  customerId: null,
  customerName: null,
  customerEmail: null,
  status: 'available',
  activatedAt: null,
} as const;

/** Licenses, their devices and their customers. */
export function goodLicenseRequests(bench: ManageBench): GoodRequests {
  const { world, ask, key, sources, unique } = bench;
  const customer = SOMEBODY;
  const license = async (more: Parameters<typeof seedLicense>[1] = {}) => {
    const { id } = await seedLicense(world, { ...more, generatorId: sources.generatorId });
    return { licenseId: id };
  };
  const device = async () => {
    const { devices } = await seedWithDevices(world, 1);
    return { activationId: devices[0]?.id ?? '' };
  };
  const person = async () => {
    const anHourAgo = world.call({ now: new Date(Date.now() - 3_600_000) });
    const email = `${unique()}@example.com`;
    const made = await createCustomer(anHourAgo, 'production', { email, name: 'Ann' });
    return { customerId: made.ok ? made.customerId : '' };
  };
  return {
    listLicenses: async () => ({ query: `?status=active&limit=3` }),
    countLicenses: async () => ({ query: `?status=active&createdSince=2026-01-01T00:00:00Z` }),
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
    issueOfflineFile: async () => {
      const { license: owned, devices } = await seedWithDevices(world, 1, { expiresAt: null });
      return { ids: { licenseId: owned.id }, body: { activationId: devices[0]?.id } };
    },
    bulkCreateLicenses: async () => ({ body: { generatorId: sources.generatorId, quantity: 500 } }),
    bulkCommandLicenses: async () => {
      const many = await seedLicenses(world, 3, () => open);
      const ids = many.map(({ id }) => id);
      return { body: { command: { type: 'assign', customer }, selection: { by: 'ids', ids } } };
    },
    listActivations: async () => ({ query: '?limit=2' }),
    getActivation: async () => ({ ids: await device() }),
    deactivateActivation: async () => ({ ids: await device() }),
    bulkDeactivate: async () => {
      const { activationId } = await device();
      return { body: { activationIds: [activationId, 'nothing-here'] } };
    },
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
  };
}
