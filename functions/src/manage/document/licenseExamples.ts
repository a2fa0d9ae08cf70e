import { StateCounts } from '@latchkey/domain/wire/console/countByState';
import { DeactivatedRow, ManagedActivation } from '@latchkey/domain/wire/manage/activations';
import { ExportedPart, ManagedCustomer } from '@latchkey/domain/wire/manage/customers';
import { LicenseCount } from '@latchkey/domain/wire/manage/figures';
import {
  IssuedOfflineFile,
  LicenseRow,
  ManagedLicense,
  Renewed,
  StartedJob,
} from '@latchkey/domain/wire/manage/licenses';
import type * as z from 'zod';
import { at, customer, environment, jobId, product, row } from './exampleFacts.ts';

const license = { ...row, key: 'DEMO-ASSI-GNED-0001', metadata: { order: '10293' }, internalNote: null };
const deviceId = 'h7Qk2mYt0bRwXcVn4zLp_3q2-7w';

/** Licenses, their devices and their customers. */
export const LICENSE_EXAMPLES: readonly (readonly [z.ZodType, object])[] = [
  [LicenseRow, row],
  [ManagedLicense, license],
  [Renewed, { renewedTo: license }],
  [StartedJob, { jobId }],
  [LicenseCount, { count: 412 }],
  [
    StateCounts,
    { available: 120, assigned: 40, active: 210, inactive: 4, suspended: 2, expired: 31, revoked: 5 },
  ],
  [
    IssuedOfflineFile,
    {
      fileName: 'latchkey-license.json',
      file: { payload: 'eyJpc3MiOiJsYXRjaGtleSIs', protected: 'eyJhbGciOiJFZERTQSIs', signature: 'kJ8s2mQ0' },
    },
  ],
  [DeactivatedRow, { activationId: deviceId, outcome: 'done', code: null, sentence: null }],
  [
    ManagedActivation,
    {
      id: deviceId,
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
];
