import {
  abuseCasePath,
  contractPath,
  customerPath,
  deliveryPath,
  downloadPath,
  generatorPath,
  mailPath,
  productPath,
  webhookPath,
} from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { createApiKey } from '@latchkey/functions/operations/apiKey/createApiKey';
import { commandJob } from '@latchkey/functions/operations/jobs/commandJob';
import { aGenerator, aProduct, NOW } from './builders.ts';
import { aContract } from './contracts.ts';
import { keyedRows, sendFile } from './imports.ts';
import { picked, run, startBulk, starter, SUSPEND } from './jobs.ts';
import { seedWithDevices } from './seedLicenses.ts';
import type { World } from './world.ts';

/** Ids of records that all lie in production and, where they have an owner, belong to Customer A. */
export interface Ids {
  readonly productId: string;
  readonly generatorId: string;
  readonly licenseId: string;
  readonly activationId: string;
  readonly otherActivationId: string;
  readonly customerId: string;
  readonly contractId: string;
  /** Waits for its first runner. */
  readonly jobId: string;
  /** Was cancelled. */
  readonly stoppedJobId: string;
  /** A check of a file that has come to its end. */
  readonly checkId: string;
  readonly mailId: string;
  readonly downloadId: string;
  readonly endpointId: string;
  readonly deliveryId: string;
  readonly caseId: string;
  readonly apiKeyId: string;
  /** Somebody of the console. */
  readonly uid: string;
}

const ENVIRONMENT = 'production';

/** The facts of an API key that may look. */
export const API_KEY = {
  name: 'Nightly report',
  permissions: ['console.read'],
  productIds: null,
  addresses: null,
  perMinute: 60,
  expiresAt: null,
} as const;

/** One record of each kind in production, and none anywhere else. */
export async function seedTenantA(world: World): Promise<Ids> {
  const [product, generator, contract] = [aProduct(), aGenerator(), aContract({ quota: 1_000 })];
  const email = 'ada@example.com';
  const customerId = world.tools.customerId(email);
  const customer = {
    email,
    name: 'Ada',
    status: 'active',
    createdAt: NOW,
    updatedAt: NOW,
    lastSignInAt: null,
  };
  const mail = {
    kind: 'assignment',
    to: email,
    customerId,
    licenseId: null,
    facts: {},
    status: 'sent',
  };
  const release = {
    productId: product.id,
    version: '1.0.0',
    channel: 'stable',
    state: 'published',
    revision: 1,
  };
  await world.store.commit([
    { kind: 'set', path: productPath(ENVIRONMENT, product.id), data: toStored(product) },
    { kind: 'set', path: generatorPath(ENVIRONMENT, generator.id), data: toStored(generator) },
    { kind: 'set', path: contractPath(ENVIRONMENT, contract.id), data: toStored(contract) },
    { kind: 'set', path: customerPath(ENVIRONMENT, customerId), data: customer },
    { kind: 'set', path: mailPath(ENVIRONMENT, 'mail-1'), data: mail },
    { kind: 'set', path: downloadPath(ENVIRONMENT, 'download-1'), data: release },
    { kind: 'set', path: webhookPath(ENVIRONMENT, 'webhook-1'), data: { name: 'Hook', revision: 1 } },
    { kind: 'set', path: deliveryPath(ENVIRONMENT, 'delivery-1'), data: { endpointId: 'webhook-1' } },
    { kind: 'set', path: abuseCasePath(ENVIRONMENT, 'case-1'), data: { status: 'open', revision: 1 } },
  ]);
  const { license, devices } = await seedWithDevices(world, 2, { customerId, customerEmail: email });
  const actor = await starter(world, 'admin');
  const jobs = [
    await startBulk(world, SUSPEND, picked([license])),
    await startBulk(world, SUSPEND, picked([license])),
  ];
  const [jobId = '', stoppedJobId = ''] = jobs;
  await commandJob(world.call({ actor }), ENVIRONMENT, stoppedJobId, 'cancel');
  const checkId = await sendFile(world, 'licenses', keyedRows(1));
  await run(world, checkId);
  const apiKey = await createApiKey(world.call({ actor }), ENVIRONMENT, API_KEY);
  if (!apiKey.ok) throw new Error(apiKey.code);
  return {
    productId: product.id,
    generatorId: generator.id,
    licenseId: license.id,
    activationId: devices[0]?.id ?? '',
    otherActivationId: devices[1]?.id ?? '',
    customerId,
    contractId: contract.id,
    jobId,
    stoppedJobId,
    checkId,
    mailId: 'mail-1',
    downloadId: 'download-1',
    endpointId: 'webhook-1',
    deliveryId: 'delivery-1',
    caseId: 'case-1',
    apiKeyId: apiKey.apiKeyId,
    uid: actor.kind === 'person' ? actor.uid : '',
  };
}
