import { DEFAULT_RATES } from '@latchkey/domain/contract/contract';
import { edit, one, type CallableCase } from './callableCase.ts';
import { FRESH_GENERATOR, FRESH_PRODUCT } from './freshFacts.ts';
import { API_KEY } from './tenants.ts';

const CONTRACT = {
  name: 'Fresh partner',
  quota: 5,
  activationLimit: null,
  features: null,
  expiresAt: null,
  rates: DEFAULT_RATES,
};
const FILE = { fileName: 'setup.exe', size: 10 };

/** Callables of the catalogue, and of programs and partners that get something of it. */
export const CATALOG_CASES: Readonly<Record<string, CallableCase>> = {
  createProduct: one('catalog.write', 'own', 1, (_, environment) => ({
    environment,
    productId: 'fresh',
    facts: FRESH_PRODUCT,
  })),
  commandProduct: one('catalog.write', 'unknown', 1, ({ productId }, environment) => ({
    environment,
    productId,
    command: edit({ description: 'new' }),
  })),
  generateLicenses: one('generators.run', 'unknown', 1, ({ generatorId }, environment) => ({
    environment,
    generatorId,
    quantity: 1,
    requestKey: 'a-request-of-its-own',
  })),
  createGenerator: one('catalog.write', 'unknown', 1, ({ productId }, environment) => ({
    environment,
    productId,
    facts: FRESH_GENERATOR,
  })),
  commandGenerator: one('catalog.write', 'unknown', 1, ({ generatorId }, environment) => ({
    environment,
    generatorId,
    command: edit({ activationLimit: 9 }),
  })),
  createContract: one('integrations.write', 'unknown', 1, ({ productId, generatorId }, environment) => ({
    environment,
    type: 'pool',
    productId,
    facts: { ...CONTRACT, generatorId },
  })),
  commandContract: one('integrations.write', 'unknown', 1, ({ contractId }, environment) => ({
    environment,
    contractId,
    command: edit({ quota: 999 }),
  })),
  contractKey: one('integrations.write', 'unknown', 1, ({ contractId }, environment) => ({
    environment,
    contractId,
    action: 'rotate',
  })),
  // One of the license, one of the contract.
  issueFromContract: one('integrations.write', 'unknown', 2, ({ contractId }, environment) => ({
    environment,
    contractId,
    quantity: 1,
    requestKey: 'a-request-of-its-own',
  })),
  createDownload: one('catalog.write', 'unknown', null, ({ productId }, environment) => ({
    environment,
    productId,
    facts: { version: '2.0.0', channel: 'stable', notes: '' },
    file: FILE,
  })),
  reopenUpload: one('catalog.write', 'unknown', null, ({ downloadId }, environment) => ({
    environment,
    downloadId,
    file: FILE,
  })),
  finishUpload: one('catalog.write', 'unknown', null, ({ downloadId }, environment) => ({
    environment,
    downloadId,
    sha256: null,
  })),
  commandDownload: one('catalog.write', 'unknown', null, ({ downloadId }, environment) => ({
    environment,
    downloadId,
    command: { type: 'withdraw' },
  })),
  downloadLink: one(
    'console.read',
    'unknown',
    null,
    ({ downloadId }, environment) => ({ environment, downloadId }),
    { alsoCustomers: true },
  ),
  ownDownloads: one('a customer', 'own', 0, () => ({})),
  createWebhook: one('integrations.write', 'own', null, (_, environment) => ({
    environment,
    facts: { name: 'Fresh', description: '', url: 'https://hooks.example.com/x', events: null },
  })),
  commandWebhook: one('integrations.write', 'unknown', null, ({ endpointId }, environment) => ({
    environment,
    endpointId,
    command: { type: 'disable' },
  })),
  rotateWebhookSecret: one('integrations.write', 'unknown', null, ({ endpointId }, environment) => ({
    environment,
    endpointId,
    overlapHours: 1,
  })),
  testWebhook: one('integrations.write', 'unknown', null, ({ endpointId }, environment) => ({
    environment,
    endpointId,
  })),
  replayWebhook: one('integrations.write', 'unknown', null, ({ deliveryId }, environment) => ({
    environment,
    deliveryId,
  })),
  replayWebhooksSince: one('integrations.write', 'unknown', null, ({ endpointId }, environment) => ({
    environment,
    endpointId,
    since: '2026-03-01T00:00:00.000Z',
    deliveredToo: false,
  })),
  apiKeys: one('console.read', 'nothing', 0, (_, environment) => ({ environment })),
  createApiKey: one('integrations.write', 'own', 1, (_, environment) => ({
    environment,
    facts: { ...API_KEY, name: 'Another report' },
  })),
  commandApiKey: one('integrations.write', 'unknown', 1, ({ apiKeyId }, environment) => ({
    environment,
    apiKeyId,
    command: { type: 'edit', revision: null, changes: { name: 'Hourly report' } },
  })),
};
