import type { Activation } from '@latchkey/domain/activation/activation';
import { effectiveExpiresAt, effectiveState } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';

/** Something that happened to a license or a device of a customer. */
export interface OwnEvent {
  readonly at: Date;
  readonly words: string;
  /** The page of the license that it is about. */
  readonly to: string;
}

/** What happened lately, the newest first: what the records of licenses and devices tell of themselves. */
export function ownActivity(
  licenses: readonly License[],
  devices: readonly Activation[],
  now: Date,
  most: number,
): OwnEvent[] {
  return [...licenses.flatMap((license) => licenseEvents(license, now)), ...devices.flatMap(deviceEvents)]
    .filter(({ at }) => at.getTime() <= now.getTime())
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, most);
}

function licenseEvents(license: License, now: Date): OwnEvent[] {
  const to = pageOf(license.environment, license.id);
  const given = license.assignedAt && {
    at: license.assignedAt,
    words: `You were given a license for ${license.productName}`,
    to,
  };
  const change = stateWords(license, now);
  const moved = change && { at: change.at, words: `${license.productName}: ${change.words}`, to };
  return [given, moved].filter((event) => event !== null);
}

function stateWords(license: License, now: Date): { readonly at: Date; readonly words: string } | null {
  const at = license.statusChangedAt;
  switch (effectiveState(license, now)) {
    case 'inactive':
      return { at, words: 'the seller paused your license' };
    case 'suspended':
      return { at, words: 'the seller stopped your license' };
    case 'revoked':
      return { at, words: 'the seller ended your license' };
    case 'expired':
      return { at: effectiveExpiresAt(license) ?? at, words: 'your license expired' };
    case 'available':
    case 'assigned':
    case 'active':
      return null;
  }
}

function deviceEvents(device: Activation): OwnEvent[] {
  const to = pageOf(device.environment, device.licenseId);
  const name = device.label ?? device.identifier;
  const came = { at: device.activatedAt, words: `${device.productName} was activated on ${name}`, to };
  if (device.deactivatedAt === null) return [came];
  return [came, { at: device.deactivatedAt, words: `${device.productName} was deactivated on ${name}`, to }];
}

function pageOf(environment: string, licenseId: string): string {
  return `/portal/licenses/${environment}/${licenseId}`;
}
