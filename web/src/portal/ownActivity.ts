import type { Activation } from '@latchkey/domain/activation/activation';
import { effectiveExpiresAt, effectiveState } from '@latchkey/domain/license/expiry';
import type { License } from '@latchkey/domain/license/license';
import { dashboard } from '../words/dashboard.en.ts';
import { wordsOf } from '../words/words.ts';

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
    words: wordsOf(dashboard).happened.given(license.productName),
    to,
  };
  const change = stateWords(license, now);
  return [given, change && { ...change, to }].filter((event) => event !== null);
}

function stateWords(license: License, now: Date): { readonly at: Date; readonly words: string } | null {
  const at = license.statusChangedAt;
  const { happened } = wordsOf(dashboard);
  const state = effectiveState(license, now);
  switch (state) {
    case 'inactive':
    case 'suspended':
    case 'revoked':
      return { at, words: happened[state](license.productName) };
    case 'expired':
      return { at: effectiveExpiresAt(license) ?? at, words: happened.expired(license.productName) };
    case 'available':
    case 'assigned':
    case 'active':
      return null;
  }
}

function deviceEvents(device: Activation): OwnEvent[] {
  const { happened } = wordsOf(dashboard);
  const to = pageOf(device.environment, device.licenseId);
  const name = device.label ?? device.identifier;
  const came = { at: device.activatedAt, words: happened.activated(device.productName, name), to };
  if (device.deactivatedAt === null) return [came];
  return [came, { at: device.deactivatedAt, words: happened.deactivated(device.productName, name), to }];
}

function pageOf(environment: string, licenseId: string): string {
  return `/portal/licenses/${environment}/${licenseId}`;
}
