import type { Activation } from '../activation/activation.ts';
import { effectiveDeviceStatus } from '../activation/activation.ts';
import { effectiveExpiresAt, effectiveState, inGrace } from '../license/expiry.ts';
import type { License } from '../license/license.ts';
import type { ActivationAnswer, LicenseAnswer } from './answer.ts';

/** A license as shipped software may see it. */
export function licenseAnswer(license: License, now: Date): LicenseAnswer {
  return {
    id: license.id,
    product: { id: license.productId, name: license.productName },
    environment: license.environment,
    status: effectiveState(license, now),
    expiresAt: iso(license.expiresAt),
    effectiveExpiresAt: iso(effectiveExpiresAt(license)),
    inGrace: inGrace(license, now),
    activationLimit: license.activationLimit,
    activationCount: license.activationCount,
    features: license.features,
  };
}

/** A device as shipped software may see it; the label that an earlier owner gave it stays with them. */
export function activationAnswer(license: License, device: Activation): ActivationAnswer {
  return {
    id: device.id,
    identifier: device.identifier,
    identifierType: device.identifierType,
    status: effectiveDeviceStatus(license, device),
    label: device.deviceEpoch === license.deviceEpoch ? device.label : null,
    activatedAt: device.activatedAt.toISOString(),
    lastSeenAt: iso(device.lastSeenAt),
  };
}

function iso(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
