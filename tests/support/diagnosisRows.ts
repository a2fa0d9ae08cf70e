import type { Activation } from '@latchkey/domain/activation/activation';
import type { VerdictCode } from '@latchkey/domain/license/codes';
import type { DiagnosisAsked } from '@latchkey/domain/license/diagnosis';
import type { License } from '@latchkey/domain/license/license';
import { DAY, HOUR, later, NOW } from './builders.ts';

const CHANGED = later(-3 * DAY);
const stopped = { statusChangedAt: CHANGED, publicReason: 'Payment failed' };
export const FULL = { activationLimit: 1, activationCount: 1 };
export const HW_9 = { identifier: { type: 'hardware', value: 'HW-9' } } as const;
const DOMAIN = { identifier: { type: 'domain', value: 'a.example' } } as const;
export const REMOVED = { status: 'deactivated', deactivatedAt: later(-HOUR) } as const;

interface Row {
  readonly code: VerdictCode;
  readonly license: Partial<License>;
  readonly device?: Partial<Activation>;
  readonly asked?: DiagnosisAsked;
  readonly since: Date | null;
  readonly says: RegExp;
  readonly console: RegExp;
  readonly customer: RegExp;
}

/** For every code a license that gets it, and what its diagnosis has to say. */
export const DIAGNOSES: readonly Row[] = [
  {
    code: 'ENVIRONMENT_MISMATCH',
    license: { environment: 'staging' },
    asked: { environment: 'production' },
    since: null,
    says: /lives in staging .* asks in production/,
    console: /ask in staging, or issue a license in production/,
    customer: /staging environment only/,
  },
  {
    code: 'PRODUCT_MISMATCH',
    license: {},
    asked: { product: 'acme-plugin' },
    since: null,
    says: /is for Acme Editor/,
    console: /product id/,
    customer: /with Acme Editor/,
  },
  {
    code: 'REVOKED',
    license: { status: 'revoked', ...stopped },
    since: CHANGED,
    says: /revoked, and that is final/,
    console: /new license/,
    customer: /ended for good/,
  },
  {
    code: 'EXPIRED',
    license: { status: 'expired', expiresAt: later(-DAY) },
    since: later(-DAY),
    says: /its date is over/,
    console: /^Renew it/,
    customer: /seller to renew/,
  },
  {
    code: 'EXPIRED',
    license: { status: 'active', expiresAt: later(-10 * DAY), graceDays: 7 },
    device: {},
    since: later(-3 * DAY),
    says: /date and its grace are over/,
    console: /^Renew it/,
    customer: /seller to renew/,
  },
  {
    code: 'EXPIRED',
    license: { status: 'suspended', expiresAt: NOW, ...stopped },
    since: NOW,
    says: /its date is over/,
    console: /^Renew it/,
    customer: /seller to renew/,
  },
  {
    code: 'EXPIRED',
    license: { status: 'expired', expiresAt: later(-DAY), renewedToId: 'license-2' },
    since: later(-DAY),
    says: /its date is over/,
    console: /has been renewed/,
    customer: /key of your new license/,
  },
  {
    code: 'SUSPENDED',
    license: { status: 'suspended', ...stopped },
    device: { status: 'suspended' },
    since: CHANGED,
    says: /is suspended/,
    console: /^Lift the suspension/,
    customer: /^Contact the seller/,
  },
  {
    code: 'INACTIVE',
    license: { status: 'inactive', ...stopped },
    since: CHANGED,
    says: /paused it by hand/,
    console: /^Reactivate it/,
    customer: /^Contact the seller/,
  },
  {
    code: 'NOT_ASSIGNED',
    license: { status: 'available', statusChangedAt: CHANGED },
    since: CHANGED,
    says: /no customer yet/,
    console: /^Assign it/,
    customer: /to assign/,
  },
  {
    code: 'NOT_ASSIGNED',
    license: { status: 'available', statusChangedAt: CHANGED, expiresAt: later(-DAY) },
    since: CHANGED,
    says: /no customer yet/,
    console: /^Check its date, then assign/,
    customer: /to assign/,
  },
  {
    code: 'PRODUCT_INACTIVE',
    license: { productStatus: 'inactive' },
    asked: { action: 'activate', ...HW_9 },
    since: null,
    says: /takes no new devices/,
    console: /^Activate the product/,
    customer: /^Go on with the devices in use/,
  },
  {
    code: 'FEATURE_MISSING',
    license: { features: { export: false } },
    asked: { features: ['export'] },
    since: null,
    says: /not have every feature/,
    console: /^Add the missing features/,
    customer: /includes this feature/,
  },
  {
    code: 'ALREADY_ACTIVATED',
    license: FULL,
    device: {},
    asked: { action: 'activate' },
    since: later(-9 * DAY),
    says: /activated already/,
    console: /^Nothing stands/,
    customer: /^Nothing stands/,
  },
  {
    code: 'LIMIT_EXCEEDED',
    license: { activationLimit: 3, activationCount: 4 },
    asked: { action: 'activate', ...HW_9 },
    since: null,
    says: /all 3 devices/,
    console: /or raise the limit/,
    customer: /you no longer use/,
  },
  {
    code: 'HARDWARE_MISMATCH',
    license: FULL,
    asked: HW_9,
    since: null,
    says: /does not know this device .* its one device/,
    console: /or raise the limit/,
    customer: /device that you no longer use/,
  },
  {
    code: 'DOMAIN_MISMATCH',
    license: FULL,
    asked: DOMAIN,
    since: null,
    says: /does not know this domain/,
    console: /or raise the limit/,
    customer: /domain that you no longer use/,
  },
  {
    code: 'DEVICE_DEACTIVATED',
    license: {},
    device: REMOVED,
    since: later(-HOUR),
    says: /was removed/,
    console: /a slot is free/,
    customer: /^Activate it again/,
  },
  {
    code: 'DEVICE_DEACTIVATED',
    license: { ...FULL, deviceEpoch: 1 },
    device: {},
    since: null,
    says: /was removed/,
    console: /or raise the limit/,
    customer: /you no longer use/,
  },
  {
    code: 'NOT_ACTIVATED',
    license: {},
    asked: HW_9,
    since: null,
    says: /is not activated/,
    console: /activate this device first/,
    customer: /^Activate the software on this device/,
  },
  {
    code: 'NOT_ACTIVATED',
    license: { requireIdentifier: true },
    since: null,
    says: /requires an identifier/,
    console: /hardware ID or domain/,
    customer: /^Update the software/,
  },
  {
    code: 'VALID',
    license: { statusChangedAt: CHANGED },
    device: {},
    since: CHANGED,
    says: /is valid/,
    console: /compare environment, product and identifier/,
    customer: /^Nothing stands/,
  },
  {
    code: 'VALID',
    license: { expiresAt: later(-DAY), graceDays: 7 },
    since: later(-DAY),
    says: /grace period/,
    console: /before the grace ends/,
    customer: /renew it before/,
  },
  {
    code: 'ACTIVATED',
    license: { status: 'assigned' },
    asked: { action: 'activate', ...HW_9 },
    since: null,
    says: /can be activated/,
    console: /^Nothing stands/,
    customer: /^Nothing stands/,
  },
  {
    code: 'DEACTIVATED',
    license: { status: 'suspended' },
    device: { status: 'suspended' },
    asked: { action: 'deactivate' },
    since: null,
    says: /frees its slot/,
    console: /^Nothing stands/,
    customer: /^Nothing stands/,
  },
];
