import { ManagedActivation } from '@latchkey/domain/wire/manage/activations';
import { ContractKey, IssuedContract, ManagedContract } from '@latchkey/domain/wire/manage/contracts';
import { ExportedPart, ManagedCustomer } from '@latchkey/domain/wire/manage/customers';
import { Generated, ManagedGenerator } from '@latchkey/domain/wire/manage/generators';
import { LicenseRow, ManagedLicense, Renewed, StartedJob } from '@latchkey/domain/wire/manage/licenses';
import { JobRowView, ManagedEvent, ManagedJob, ManagedSection } from '@latchkey/domain/wire/manage/others';
import { ChangedProduct, ManagedProduct } from '@latchkey/domain/wire/manage/products';
import * as z from 'zod';
import type { ManageRoute } from '../route.ts';

const at = '2026-11-22T10:15:30.000Z';
const environment = 'production';
const jobId = 'Zr8mKq2LwXc0VbNt5YpH';
const product = { id: 'acme-editor', name: 'Acme Editor' };
const customer = { id: 'c3q2-7wYt0bRwXcVn4zLpQ', email: 'ada@example.com', name: 'Ada Almeida' };

const row: z.infer<typeof LicenseRow> = {
  id: 'h7Qk2mYt0bRwXcVn4zLp',
  environment,
  keyHint: 'DEMO-ASS',
  status: 'assigned',
  statusChangedAt: at,
  publicReason: null,
  product,
  generatorId: 'acme-editor-yearly',
  contractId: null,
  customer,
  activationLimit: 3,
  activationCount: 0,
  expiresAt: '2027-11-22T23:59:59.000Z',
  effectiveExpiresAt: '2027-11-29T23:59:59.000Z',
  inGrace: false,
  graceDays: 7,
  graceInherited: true,
  validity: null,
  features: { export: true, seats: 25 },
  renewedFromId: null,
  renewedToId: null,
  createdAt: at,
  updatedAt: at,
  assignedAt: at,
  activatedAt: null,
  revision: 1,
};
const license = { ...row, key: 'DEMO-ASSI-GNED-0001', metadata: { order: '10293' }, internalNote: null };

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

/** One look at the answers, by their schemas. */
const EXAMPLES = new Map<z.ZodType, object>([
  [LicenseRow, row],
  [ManagedLicense, license],
  [Renewed, { renewedTo: license }],
  [StartedJob, { jobId }],
  [
    ManagedActivation,
    {
      id: 'h7Qk2mYt0bRwXcVn4zLp_3q2-7w',
      licenseId: row.id,
      keyHint: row.keyHint,
      product,
      customerId: customer.id,
      identifier: 'HW-DEMO-1',
      identifierType: 'hardware',
      label: 'Office computer',
      appVersion: '4.2.0',
      status: 'active',
      activatedAt: at,
      deactivatedAt: null,
      lastSeenAt: at,
    },
  ],
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
    ManagedCustomer,
    {
      ...customer,
      environment,
      status: 'active',
      createdAt: at,
      invitedAt: at,
      firstSignInAt: at,
      lastSignInAt: at,
    },
  ],
  [ExportedPart, { items: [{ id: row.id, keyHint: row.keyHint, status: 'assigned' }], next: null }],
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
  [
    ManagedJob,
    {
      id: jobId,
      environment,
      kind: 'bulk-licenses',
      status: 'running',
      progress: { total: 500, done: 150, refused: 2 },
      createdAt: at,
      startedAt: at,
      updatedAt: at,
      finishedAt: null,
      cancelAsked: false,
      problem: null,
    },
  ],
  [
    JobRowView,
    { line: null, licenseId: row.id, keyHint: row.keyHint, outcome: 'done', code: null, sentence: null },
  ],
  [
    ManagedEvent,
    {
      id: 'Qk2mYt0bRwXcVn4zLph7',
      at,
      action: 'license.assigned',
      actor: {
        kind: 'api-key',
        keyId: 'mYt0bRwXcVn4zLph7Qk2',
        name: 'Web shop',
        permissions: ['licenses.write'],
      },
      licenseId: row.id,
      activationId: null,
      keyHint: row.keyHint,
      productId: product.id,
      customerId: customer.id,
      about: null,
      from: 'available',
      to: 'assigned',
      reason: null,
      note: null,
      changes: {},
      requestId: '0bRwXcVn4zLph7Qk2mYt',
    },
  ],
  [
    ManagedSection,
    {
      section: 'license',
      values: { graceDays: 7, offlineHours: 24 },
      revision: 2,
      updatedAt: at,
      updatedBy: 'Olga Owner',
    },
  ],
]);

/** The example of a route's answer; a list shows one of its records. */
export function answerExamples({ answer }: ManageRoute): { example?: object } {
  if (answer === null) return {};
  const own = EXAMPLES.get(answer);
  if (own !== undefined) return { example: own };
  const items = answer instanceof z.ZodObject ? (answer.shape['items'] as unknown) : undefined;
  const element = items instanceof z.ZodArray ? (items.element as unknown) : undefined;
  const one = element instanceof z.ZodType ? EXAMPLES.get(element) : undefined;
  return one === undefined
    ? {}
    : { example: { items: [one], next: 'MTc2MzgwNjUzMDAwMC5oN1FrMm1ZdDBiUndYY1ZuNHpMcA' } };
}
