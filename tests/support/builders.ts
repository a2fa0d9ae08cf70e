import type { Actor } from '@latchkey/domain/access/actor';
import { API_PERMISSIONS } from '@latchkey/domain/access/apiPermissions';
import type { Role } from '@latchkey/domain/access/roles';
import type { Activation } from '@latchkey/domain/activation/activation';
import { withSearch } from '@latchkey/domain/activation/record';
import type { Generator } from '@latchkey/domain/generator/generator';
import { withGeneratorDerived } from '@latchkey/domain/generator/generator';
import type { Standing } from '@latchkey/domain/license/decision';
import type { CustomerRef, License, LicenseStatus } from '@latchkey/domain/license/license';
import { withDerived } from '@latchkey/domain/license/record';
import type { Product } from '@latchkey/domain/product/product';
import { withProductSearch } from '@latchkey/domain/product/product';

/** The one moment at which pure tests take place; a Wednesday in a year without 29 February. */
export const NOW = new Date('2026-03-04T05:06:07.000Z');

export const SECOND = 1000;
export const HOUR = 60 * 60 * SECOND;
export const DAY = 24 * HOUR;

export function later(ms: number, than: Date = NOW): Date {
  return new Date(than.getTime() + ms);
}

export const CUSTOMER_A: CustomerRef = { id: 'customer-a', name: 'Ada Lovelace', email: 'ada@example.com' };
export const CUSTOMER_B: CustomerRef = { id: 'customer-b', name: 'Bob', email: 'bob@example.org' };

type Base = Parameters<typeof withDerived>[0];

/** An active lifetime license of Customer A with room for 3 devices; states without a customer have none. */
export function aLicense(overrides: Partial<Base> = {}): License {
  const status: LicenseStatus = overrides.status ?? 'active';
  const owned = status !== 'available';
  const started = owned && status !== 'assigned';
  const base: Base = {
    id: 'license-1',
    environment: 'production',
    key: 'TEST-KEYS-0000-0001',
    keyHint: 'TEST-KEY',
    keyHash: 'hash-1',
    keyCaseSensitive: false,
    status,
    statusChangedAt: later(-10 * DAY),
    publicReason: null,
    productId: 'acme-editor',
    productName: 'Acme Editor',
    productStatus: 'active',
    requireIdentifier: false,
    offlineAllowed: true,
    generatorId: 'generator-1',
    customerId: owned ? CUSTOMER_A.id : null,
    customerName: owned ? CUSTOMER_A.name : null,
    customerEmail: owned ? CUSTOMER_A.email : null,
    activationLimit: 3,
    activationCount: 0,
    deviceEpoch: 0,
    expiresAt: status === 'expired' ? later(-DAY) : null,
    validity: null,
    graceDays: 0,
    graceInherited: true,
    features: {},
    renewedFromId: null,
    renewedToId: null,
    createdAt: later(-30 * DAY),
    updatedAt: later(-10 * DAY),
    assignedAt: owned ? later(-20 * DAY) : null,
    activatedAt: started ? later(-10 * DAY) : null,
    revision: 1,
  };
  return withDerived({ ...base, ...overrides });
}

/** An active device of `aLicense()`, never seen since it was activated. */
export function aDevice(overrides: Partial<Activation> = {}): Activation {
  return withSearch({
    id: 'license-1_device-1',
    environment: 'production',
    licenseId: 'license-1',
    keyHint: 'TEST-KEY',
    productId: 'acme-editor',
    productName: 'Acme Editor',
    customerId: CUSTOMER_A.id,
    customerName: CUSTOMER_A.name,
    customerEmail: CUSTOMER_A.email,
    identifier: 'HW-1',
    identifierType: 'hardware',
    label: null,
    appVersion: null,
    status: 'active',
    deviceEpoch: 0,
    activatedAt: later(-9 * DAY),
    deactivatedAt: null,
    lastSeenAt: null,
    ...overrides,
  });
}

export function aProduct(overrides: Partial<Product> = {}): Product {
  return withProductSearch({
    id: 'acme-editor',
    environment: 'production',
    name: 'Acme Editor',
    description: '',
    status: 'active',
    identifierType: 'hardware',
    requireIdentifier: false,
    offlineAllowed: true,
    downloadsAllowed: true,
    emailOnAssign: false,
    features: [],
    createdAt: later(-90 * DAY),
    updatedAt: later(-90 * DAY),
    revision: 1,
    generatorEpoch: 0,
    ...overrides,
  });
}

export function aGenerator(overrides: Partial<Generator> = {}): Generator {
  return withGeneratorDerived({
    id: 'generator-1',
    environment: 'production',
    name: 'Standard',
    description: '',
    productId: 'acme-editor',
    productName: 'Acme Editor',
    status: 'active',
    format: { type: 'uuid' },
    activationLimit: 3,
    validity: null,
    features: {},
    metadata: {},
    createdAt: later(-90 * DAY),
    updatedAt: later(-90 * DAY),
    revision: 1,
    ...overrides,
  });
}

/** What a command is decided on: the license, its private part and the settings' grace. */
export function aStanding(
  license: Partial<Base> | License = {},
  rest: Partial<Omit<Standing, 'license'>> = {},
): Standing {
  return {
    license: aLicense(license),
    private: { metadata: {}, internalNote: null },
    defaultGraceDays: 0,
    ...rest,
  };
}

export function person(role: Role): Actor {
  return { kind: 'person', uid: `uid-${role}`, role, name: role };
}

/** Everybody who can give a command, by the name that the tables of decisions.md use. */
export const ACTORS = {
  owner: person('owner'),
  admin: person('admin'),
  operator: person('operator'),
  viewer: person('viewer'),
  clock: { kind: 'clock' },
  software: { kind: 'software' },
  'abuse-rule': { kind: 'abuse-rule', rule: 'many-devices' },
  contract: { kind: 'contract', contractId: 'contract-1' },
  customer: { kind: 'customer', uid: 'uid-customer', customerId: CUSTOMER_A.id },
  job: { kind: 'job', jobId: 'job-1', startedBy: 'Olga Owner' },
  'api-key': { kind: 'api-key', keyId: 'api-key-1', name: 'Shop', permissions: API_PERMISSIONS },
} as const satisfies Record<string, Actor>;
export type ActorName = keyof typeof ACTORS;
export const ACTOR_NAMES = Object.keys(ACTORS) as ActorName[];
