import { contractPath, downloadPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { aContract } from './contracts.ts';
import { FRESH_PRODUCT } from './freshFacts.ts';
import { SOMEBODY } from './goodLicenseRequests.ts';
import type { GoodRequests, ManageBench } from './manageBench.ts';
import { aRelease } from './releases.ts';

const productFacts = { ...FRESH_PRODUCT, name: 'Made by program' };
const generatorFacts = {
  description: '',
  format: { type: 'uuid' },
  activationLimit: 2,
  validity: null,
  features: {},
  metadata: {},
};
const contractFacts = {
  name: 'Partner',
  quota: 500,
  activationLimit: null,
  features: null,
  expiresAt: null,
  rates: { perMinute: 1, perHour: 2, perDay: 3 },
};
const FILE = 'hello world';
const file = { fileName: 'setup.zip', size: FILE.length };
const releaseFacts = { version: '1.2.3', channel: 'stable', notes: '' };

/** Products, and what comes from them. */
export function goodCatalogRequests(bench: ManageBench): GoodRequests {
  const { world, ask, key, sources, files, unique, made, move } = bench;
  const { productId } = sources;
  const product = async () => ({ productId: await made('/products', { id: unique(), ...productFacts }) });
  const inactiveProduct = async () => {
    const ids = await product();
    await move(`/products/${ids.productId}/inactivate`);
    return ids;
  };
  const generator = async () => ({
    generatorId: await made('/generators', { productId, name: unique(), ...generatorFacts }),
  });
  const contract = async () => {
    const stored = aContract({ ...sources, id: world.tools.newId(), quota: 2_000 });
    await world.store.commit([
      { kind: 'set', path: contractPath('production', stored.id), data: toStored(stored) },
    ]);
    return { contractId: stored.id };
  };
  const download = async (state: 'uploading' | 'draft' | 'published') => {
    const stored = aRelease({ id: world.tools.newId(), productId, state });
    await world.store.commit([
      { kind: 'set', path: downloadPath('production', stored.id), data: toStored(stored) },
    ]);
    return { downloadId: stored.id };
  };
  return {
    listProducts: async () => ({ query: '?status=active' }),
    createProduct: async () => ({ body: { id: unique(), ...productFacts } }),
    getProduct: async () => ({ ids: await product() }),
    countProductLicenses: async () => ({ ids: { productId } }),
    editProduct: async () => ({ ids: await product(), body: { name: 'Another name' } }),
    activateProduct: async () => ({ ids: await inactiveProduct() }),
    inactivateProduct: async () => ({ ids: await product() }),
    archiveProduct: async () => ({ ids: await inactiveProduct() }),
    unarchiveProduct: async () => {
      const ids = await inactiveProduct();
      await move(`/products/${ids.productId}/archive`);
      return { ids };
    },
    killProduct: async () => {
      const ids = await product();
      return { ids, body: { confirmation: ids.productId, reason: 'withdrawn' } };
    },
    deleteProduct: async () => ({ ids: await inactiveProduct() }),
    listGenerators: async () => ({ query: `?productId=${productId}` }),
    createGenerator: async () => ({ body: { productId, name: unique(), ...generatorFacts } }),
    getGenerator: async () => ({ ids: await generator() }),
    countGeneratorLicenses: async () => ({ ids: await generator() }),
    editGenerator: async () => ({ ids: await generator(), body: { activationLimit: 9 } }),
    activateGenerator: async () => {
      const ids = await generator();
      await move(`/generators/${ids.generatorId}/inactivate`);
      return { ids };
    },
    inactivateGenerator: async () => ({ ids: await generator() }),
    generateLicenses: async () => ({ ids: await generator(), body: { quantity: 5 } }),
    deleteGenerator: async () => ({ ids: await generator() }),
    listContracts: async () => ({ query: '?type=reseller' }),
    createContract: async () => ({ body: { type: 'reseller', ...sources, ...contractFacts } }),
    getContract: async () => ({ ids: await contract() }),
    editContract: async () => ({ ids: await contract(), body: { quota: 900 } }),
    activateContract: async () => ({ ids: await contract() }),
    inactivateContract: async () => ({ ids: await contract() }),
    issueFromContract: async () => ({ ids: await contract(), body: { quantity: 2, customer: SOMEBODY } }),
    rotateContractKey: async () => ({ ids: await contract() }),
    revokeContractKey: async () => {
      const ids = await contract();
      await move(`/contracts/${ids.contractId}/rotate-key`);
      return { ids };
    },
    deleteContract: async () => ({ ids: await contract() }),
    listDownloads: async () => ({ query: `?productId=${productId}&state=draft&channel=stable` }),
    createDownload: async () => ({ body: { productId, ...releaseFacts, file } }),
    getDownload: async () => ({ ids: await download('published') }),
    editDownload: async () => ({ ids: await download('draft'), body: { notes: 'New.' } }),
    publishDownload: async () => ({ ids: await download('draft') }),
    withdrawDownload: async () => ({ ids: await download('published') }),
    linkDownload: async () => ({ ids: await download('draft') }),
    deleteDownload: async () => ({ ids: await download('draft') }),
    discardDownload: async () => ({ ids: await download('uploading') }),
    reopenUpload: async () => ({ ids: await download('uploading'), body: { file } }),
    finishUpload: async () => {
      const body = { productId, ...releaseFacts, file };
      const answer = await ask('POST', '/downloads', { key, body });
      const { download: opened, uploadUrl } = answer.body as { download: { id: string }; uploadUrl: string };
      files.arrive(uploadUrl, FILE);
      return { ids: { downloadId: opened.id }, body: { sha256: null } };
    },
  };
}
