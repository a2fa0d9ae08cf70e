import type { ActivateAnswer, DeactivateAnswer, ValidateAnswer } from '@latchkey/domain/wire/answer';
import type { Problem } from '@latchkey/domain/wire/problem';

/** One look at each door, with keys of the demo data. */
const KEY = 'DEMO-ACTI-VE00-0001';
const serverTime = '2026-11-22T10:15:30.000Z';
const token = 'eyJhbGciOiJFZERTQSIsImtpZCI6IkEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJsYXRjaGtleSJ9.c2lnbmF0dXJl';
const nonce = '5f2b8c';

const license = {
  id: 'h7Qk2mYt0bRwXcVn4zLp',
  product: { id: 'acme-editor', name: 'Acme Editor' },
  environment: 'production',
  status: 'active',
  expiresAt: '2027-06-30T23:59:59.000Z',
  effectiveExpiresAt: '2027-07-07T23:59:59.000Z',
  inGrace: false,
  activationLimit: 3,
  activationCount: 1,
  features: { export: true, seats: 25 },
} as const;

const activation = {
  id: 'h7Qk2mYt0bRwXcVn4zLp_3q2-7w',
  identifier: 'HW-DEMO-1',
  identifierType: 'hardware',
  status: 'active',
  label: 'Office computer',
  activatedAt: '2026-10-01T08:00:00.000Z',
  lastSeenAt: serverTime,
} as const;

export const requests = {
  validate: {
    steady: {
      summary: 'A device asks whether it may run',
      value: { key: KEY, identifier: 'HW-DEMO-1', nonce },
    },
    features: {
      summary: 'With a product and features that must be there',
      value: {
        key: 'DEMO-FEAT-URES-0001',
        product: 'acme-editor',
        features: ['export'],
        appVersion: '4.2.0',
      },
    },
    domain: {
      summary: 'A web site asks',
      value: { key: 'DEMO-DOMA-IN00-0001', identifier: 'shop.example.com', identifierType: 'domain' },
    },
  },
  activate: {
    device: { summary: 'A new device', value: { key: KEY, identifier: 'HW-DEMO-3', label: 'Laptop', nonce } },
  },
  deactivate: {
    device: { summary: 'The device leaves', value: { key: KEY, identifier: 'HW-DEMO-1', nonce } },
  },
} as const;

const valid: ValidateAnswer = {
  valid: true,
  code: 'VALID',
  reason: 'This license is valid.',
  serverTime,
  nonce,
  license,
  activation,
  token,
};
const suspended: ValidateAnswer = {
  ...valid,
  valid: false,
  code: 'SUSPENDED',
  reason: 'License Suspended: the seller has stopped this license; contact them to lift the suspension.',
  license: { ...license, status: 'suspended' },
  activation: { ...activation, status: 'suspended' },
};
const unknown: ValidateAnswer = {
  ...valid,
  valid: false,
  code: 'NOT_FOUND',
  reason: 'This license key is not known: check it for typing mistakes.',
  license: null,
  activation: null,
};
const { valid: _valid, ...rest } = valid;
const activated: ActivateAnswer = {
  ...rest,
  activated: true,
  code: 'ACTIVATED',
  reason: 'This device is now activated.',
  license: { ...license, activationCount: 2 },
  activation: {
    ...activation,
    identifier: 'HW-DEMO-3',
    label: 'Laptop',
    activatedAt: serverTime,
    lastSeenAt: null,
  },
};
const full: ActivateAnswer = {
  ...rest,
  activated: false,
  code: 'LIMIT_EXCEEDED',
  reason: 'Limit Exceeded: all 3 activations of this license are in use; deactivate one first.',
  license: { ...license, activationCount: 3 },
  activation: null,
};
const deactivated: DeactivateAnswer = {
  ...rest,
  deactivated: true,
  code: 'DEACTIVATED',
  reason: 'This device is now deactivated and its activation is free again.',
  license: { ...license, activationCount: 0 },
  activation: { ...activation, status: 'deactivated' },
};

export const answers = {
  validate: {
    valid: { summary: 'It may run', value: valid },
    suspended: { summary: 'It may not, for a reason that the user can read', value: suspended },
    unknown: { summary: 'No such key', value: unknown },
  },
  activate: {
    activated: { summary: 'A slot is taken', value: activated },
    full: { summary: 'No slot is free', value: full },
  },
  deactivate: { deactivated: { summary: 'The slot is free again', value: deactivated } },
} as const;

export const badRequest: Problem = {
  type: 'about:blank',
  status: 400,
  code: 'BAD_REQUEST',
  title: 'The request is not well formed',
  detail: 'Some fields are missing or not allowed.',
  requestId: 'q0V3nYb7Xc1mZk5Rt8Lw',
  errors: [{ path: 'key', message: 'Too small: expected string to have >=8 characters' }],
};
