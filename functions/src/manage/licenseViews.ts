import type { License, LicensePrivate } from '@latchkey/domain/license/license';
import { effectiveExpiresAt, effectiveState, inGrace } from '@latchkey/domain/license/expiry';
import type { LicenseRow, ManagedLicense } from '@latchkey/domain/wire/manage/licenses';
import { iso } from './present.ts';

/** What lists read of a license; above all not the pieces that searches find it by. */
export const LICENSE_FIELDS = [
  'keyHint',
  'status',
  'statusChangedAt',
  'publicReason',
  'productId',
  'productName',
  'generatorId',
  'contractId',
  'customerId',
  'customerName',
  'customerEmail',
  'activationLimit',
  'activationCount',
  'expiresAt',
  'validity',
  'graceDays',
  'graceInherited',
  'features',
  'renewedFromId',
  'renewedToId',
  'createdAt',
  'updatedAt',
  'assignedAt',
  'activatedAt',
  'revision',
] as const satisfies readonly (keyof License)[];

type Shown = Pick<License, (typeof LICENSE_FIELDS)[number] | 'id' | 'environment'>;

/** The state shown is the one by the clock. */
export function licenseRow(license: Shown, now: Date): LicenseRow {
  const { customerId: id, customerEmail: email, customerName: name } = license;
  return {
    id: license.id,
    environment: license.environment,
    keyHint: license.keyHint,
    status: effectiveState(license, now),
    statusChangedAt: license.statusChangedAt.toISOString(),
    publicReason: license.publicReason,
    product: { id: license.productId, name: license.productName },
    generatorId: license.generatorId,
    contractId: license.contractId ?? null,
    customer: id === null ? null : { id, email, name },
    activationLimit: license.activationLimit,
    activationCount: license.activationCount,
    expiresAt: iso(license.expiresAt),
    effectiveExpiresAt: iso(effectiveExpiresAt(license)),
    inGrace: inGrace(license, now),
    graceDays: license.graceDays,
    graceInherited: license.graceInherited,
    validity: license.validity,
    features: license.features,
    renewedFromId: license.renewedFromId,
    renewedToId: license.renewedToId,
    createdAt: license.createdAt.toISOString(),
    updatedAt: license.updatedAt.toISOString(),
    assignedAt: iso(license.assignedAt),
    activatedAt: iso(license.activatedAt),
    revision: license.revision,
  };
}

/** @param withKey whether the caller may see whole keys */
export function managedLicense(
  license: License,
  hidden: LicensePrivate,
  withKey: boolean,
  now: Date,
): ManagedLicense {
  return {
    ...licenseRow(license, now),
    key: withKey ? license.key : null,
    metadata: hidden.metadata,
    internalNote: hidden.internalNote,
  };
}
