import { Trial } from '@latchkey/domain/wire/console/abuse';
import { ManagedCase } from '@latchkey/domain/wire/manage/abuse';
import { ManagedMail } from '@latchkey/domain/wire/manage/mails';
import {
  CreatedWebhook,
  DeliveryRow,
  ManagedDelivery,
  ManagedWebhook,
  WebhookSecret,
} from '@latchkey/domain/wire/manage/webhooks';
import type * as z from 'zod';
import { at, customer, environment, product, row } from './exampleFacts.ts';

const day = '2026-11-22';
const DAY_MS = 86_400_000;

const webhook: ManagedWebhook = {
  id: 'Qk2mYt0bRwXcVn4zLph7',
  environment,
  name: 'Web shop',
  description: '',
  url: 'https://shop.example.com/hooks/latchkey',
  events: ['license.assigned', 'license.expired'],
  status: 'enabled',
  disabledWhy: null,
  disabledAt: null,
  failingSince: null,
  pausedUntil: null,
  secretMadeAt: at,
  oldSecretUntil: null,
  createdAt: at,
  updatedAt: at,
  revision: 1,
};
const delivery: DeliveryRow = {
  id: 'mYt0bRwXcVn4zLph7Qk2',
  environment,
  webhookId: webhook.id,
  webhookName: webhook.name,
  eventId: '0bRwXcVn4zLph7Qk2mYt',
  event: 'license.assigned',
  licenseId: row.id,
  keyHint: row.keyHint,
  eventAt: at,
  status: 'delivered',
  tries: 1,
  nextAt: null,
  createdAt: at,
  deliveredAt: at,
  lastStatus: 204,
  problem: null,
};
const finding = { rule: 'new-devices', count: 24, threshold: 20, windowMs: DAY_MS, points: 80 };

/** Who is told outside, and what comes from there. */
export const OUTSIDE_EXAMPLES: readonly (readonly [z.ZodType, object])[] = [
  [ManagedWebhook, webhook],
  [CreatedWebhook, { webhook, secret: 'whsec_' }],
  [WebhookSecret, { secret: 'whsec_' }],
  [DeliveryRow, delivery],
  [
    ManagedDelivery,
    {
      ...delivery,
      message: '{"type":"license.assigned","timestamp":"2026-11-22T10:15:30.000Z","data":{}}',
      attempts: [
        {
          number: 1,
          at,
          tookMs: 84,
          url: webhook.url,
          requestHeaders: { 'webhook-id': delivery.eventId },
          status: 204,
          responseHeaders: { server: 'nginx' },
          responseBody: '',
          responseCut: false,
          problem: null,
        },
      ],
    },
  ],
  [
    ManagedMail,
    {
      id: 'wXcVn4zLph7Qk2mYt0bR',
      environment,
      kind: 'assignment',
      to: customer.email,
      customerId: customer.id,
      licenseId: row.id,
      keyHint: row.keyHint,
      status: 'sent',
      tries: 1,
      createdAt: at,
      updatedAt: at,
      sentAt: at,
      problem: null,
    },
  ],
  [
    ManagedCase,
    {
      id: 'Xc0VbNt5YpHZr8mKq2Lw',
      environment,
      licenseId: row.id,
      keyHint: row.keyHint,
      product,
      customerId: customer.id,
      ...finding,
      status: 'open',
      score: 80,
      windowFrom: at,
      windowTo: at,
      slices: [{ at, count: 24 }],
      devices: ['h7Qk2mYt0bRwXcVn4zLp_3q2-7w'],
      countries: [],
      detectedAt: at,
      updatedAt: at,
      suspendedAt: null,
      reviewer: null,
      decidedAt: null,
      decidedBy: null,
      note: null,
    },
  ],
  [
    Trial,
    {
      from: at,
      to: at,
      events: 1_204,
      complete: true,
      originsFrom: null,
      licenses: { found: 1, suspended: 0 },
      byRule: [{ rule: 'new-devices', licenses: 1 }],
      byDay: [{ day, licenses: 1 }],
      rows: [
        {
          licenseId: row.id,
          keyHint: row.keyHint,
          productName: product.name,
          score: 80,
          suspends: false,
          firstAt: at,
          findings: [finding],
        },
      ],
    },
  ],
];
