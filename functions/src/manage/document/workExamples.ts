import { Figures } from '@latchkey/domain/wire/console/dashboardFigures';
import { RetentionPreview } from '@latchkey/domain/wire/manage/figures';
import { JobRowView, ManagedEvent, ManagedJob, ManagedSection } from '@latchkey/domain/wire/manage/others';
import type * as z from 'zod';
import { at, customer, environment, jobId, product, row } from './exampleFacts.ts';

const day = '2026-11-21';

/** What goes on by itself, what happened, and how much there is. */
export const WORK_EXAMPLES: readonly (readonly [z.ZodType, object])[] = [
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
  [RetentionPreview, { items: [{ name: 'jobs', before: at, count: 41 }], next: null }],
  [
    Figures,
    {
      at,
      products: 2,
      licenses: {
        ...{ available: 120, assigned: 40, active: 210 },
        ...{ inactive: 4, suspended: 2, expired: 31, revoked: 5 },
      },
      topProducts: [{ ...product, licenses: 380, available: 110 }],
      lowPools: [],
      expiring: {
        within7: 1,
        within30: 6,
        next: [
          {
            id: row.id,
            keyHint: row.keyHint,
            productName: product.name,
            customer: customer.name,
            expiresAt: at,
          },
        ],
      },
      checks: { from: at, accepted: [311], refused: [12], activated: [4] },
      refusals: [{ code: 'EXPIRED', count: 9 }],
      history: [{ day, products: 2, active: 208 }],
    },
  ],
];
