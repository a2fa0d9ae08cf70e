/** Records as Firestore's REST API tells them, to be poisoned, where the demo data has none or none that fits. */
export const text = (value: string) => ({ stringValue: value });
export const now = { timestampValue: new Date().toISOString() };
const nothing = { nullValue: null };
const whole = (value: number) => ({ integerValue: String(value) });

export const MAIL = {
  kind: text('assignment'),
  to: text(''),
  customerId: nothing,
  licenseId: nothing,
  facts: { mapValue: { fields: {} } },
  keyHint: text('XSS-XSS-'),
  status: text('failed'),
  attempts: whole(1),
  problem: text(''),
  createdAt: now,
  updatedAt: now,
  sentAt: nothing,
  leaseUntil: nothing,
};

/** Disabled: nobody shall be told anything by it. */
export const ENDPOINT = {
  name: text(''),
  description: text(''),
  url: text(''),
  events: nothing,
  status: text('disabled'),
  disabledWhy: text('by-hand'),
  disabledAt: now,
  failingSince: nothing,
  pausedUntil: nothing,
  secretMadeAt: now,
  oldSecretUntil: nothing,
  createdAt: now,
  updatedAt: now,
  revision: whole(1),
};

/** What a receiver has answered is somebody else's text, heads and all. */
export const ATTEMPT = {
  number: whole(1),
  at: now,
  tookMs: whole(12),
  url: text(''),
  requestHeaders: { mapValue: { fields: { 'webhook-id': text('') } } },
  status: whole(500),
  responseHeaders: { mapValue: { fields: { server: text('') } } },
  responseBody: text(''),
  responseCut: { booleanValue: true },
  problem: text(''),
};

/** By a person, with a reason and a change: events by the clock hold no text that anybody wrote. */
export const EVENT = {
  action: text('license.suspended'),
  licenseId: text('xss-all'),
  activationId: nothing,
  keyHint: text('XSS-XSS-'),
  productId: nothing,
  customerId: nothing,
  about: nothing,
  from: text('active'),
  to: text('suspended'),
  reason: text(''),
  note: text(''),
  changes: {
    mapValue: { fields: { name: { mapValue: { fields: { before: text(''), after: text('') } } } } },
  },
  at: now,
  actor: {
    mapValue: { fields: { kind: text('person'), uid: text('xss'), role: text('admin'), name: text('') } },
  },
  requestId: text(''),
};

export const API_KEY = {
  name: text(''),
  permissions: { arrayValue: { values: [text('console.read')] } },
  productIds: nothing,
  addresses: nothing,
  perMinute: whole(120),
  expiresAt: nothing,
  hint: text(''),
  keyHash: text('xss'),
  madeAt: now,
  old: nothing,
  lastUsedAt: nothing,
  revokedAt: nothing,
  createdAt: now,
  createdBy: text(''),
  revision: whole(1),
};

export const PERSON = {
  email: text(''),
  name: text(''),
  role: text('viewer'),
  environments: nothing,
  customerId: nothing,
  disabled: { booleanValue: true },
  claimsValidAfter: now,
  createdAt: now,
};
