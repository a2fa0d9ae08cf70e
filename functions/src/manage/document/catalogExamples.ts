import { ContractKey, IssuedContract, ManagedContract } from '@latchkey/domain/wire/manage/contracts';
import { DownloadLink, ManagedDownload, OpenedUpload } from '@latchkey/domain/wire/manage/downloads';
import { Generated, ManagedGenerator } from '@latchkey/domain/wire/manage/generators';
import { ChangedProduct, ManagedProduct } from '@latchkey/domain/wire/manage/products';
import type * as z from 'zod';
import { at, environment, product } from './exampleFacts.ts';

const managedProduct: z.infer<typeof ManagedProduct> = {
  id: 'acme-editor',
  environment,
  name: 'Acme Editor',
  description: 'Edits pictures.',
  identifierType: 'hardware',
  requireIdentifier: false,
  offlineAllowed: true,
  downloadsAllowed: true,
  emailOnAssign: true,
  features: [{ name: 'export', label: 'Export', type: 'boolean', default: true }],
  status: 'active',
  createdAt: at,
  updatedAt: at,
  revision: 4,
};

const download: ManagedDownload = {
  id: 'h7Qk2mYt0bRwXcVn4zLp',
  environment,
  productId: product.id,
  version: '4.2.0',
  channel: 'stable',
  fileName: 'acme-editor-4.2.0.zip',
  size: 48_211_004,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  notes: 'Faster export.',
  state: 'published',
  releasedAt: at,
  downloads: 318,
  lastDownloadAt: at,
  createdAt: at,
  updatedAt: at,
  revision: 3,
};
const upload = { state: 'uploading', sha256: null, releasedAt: null, downloads: 0, lastDownloadAt: null };

/** Products and what comes from them. */
export const CATALOG_EXAMPLES: readonly (readonly [z.ZodType, object])[] = [
  [ManagedProduct, managedProduct],
  [ChangedProduct, { product: managedProduct, jobId: null }],
  [
    ManagedGenerator,
    {
      id: 'acme-editor-yearly',
      environment,
      product,
      name: 'Yearly',
      description: '',
      format: { type: 'uuid' },
      activationLimit: 3,
      validity: { amount: 1, unit: 'years', from: 'assignment' },
      features: {},
      metadata: {},
      status: 'active',
      createdAt: at,
      updatedAt: at,
      revision: 1,
    },
  ],
  [Generated, { made: 25, jobId: null }],
  [
    ManagedContract,
    {
      id: 'Zr8mKq2LwXc0VbNt5YpH',
      environment,
      name: 'Northwind resale',
      generatorId: 'acme-editor-yearly',
      quota: 500,
      activationLimit: null,
      features: null,
      expiresAt: null,
      rates: { perMinute: 10, perHour: 100, perDay: 500 },
      type: 'reseller',
      status: 'active',
      product,
      used: 121,
      remaining: 379,
      keyHint: 'lkc_production_aB3xY9',
      keyMadeAt: at,
      lastIssuedAt: at,
      createdAt: at,
      updatedAt: at,
      revision: 3,
    },
  ],
  [IssuedContract, { issued: 10, jobId: null }],
  [ContractKey, { key: 'lkc_production_' }],
  [ManagedDownload, download],
  [
    OpenedUpload,
    {
      download: { ...download, ...upload, revision: 1 },
      uploadUrl: 'https://storage.googleapis.com/upload/storage/v1/b/files/o?upload_id=ABg5',
    },
  ],
  [
    DownloadLink,
    {
      url: 'https://storage.googleapis.com/files/releases/production/x?X-Goog-Signature=2f1c',
      fileName: download.fileName,
      goodUntil: at,
    },
  ],
];
