import { hash } from 'node:crypto';

/** How many licenses a run is seeded with. */
export const LICENSES = 10_000;

/** Every process of a run derives the same names from a number, so nothing needs to be handed around. */
export const licenseIdOf = (index: number): string => `bench${index}`;
export const deviceOf = (index: number): string => `HW-BENCH-${index}`;
export const keyOf = (index: number): string => grouped(hash('sha256', `bench key ${index}`, 'hex'));
export const activationIdOf = (index: number): string => activationOf(licenseIdOf(index), deviceOf(index));
export const activationOf = (licenseId: string, identifier: string): string =>
  `${licenseId}_${hash('sha256', `hardware:${identifier}`, 'base64url')}`;

function grouped(hex: string): string {
  return `BNCH-${(hex.toUpperCase().slice(0, 20).match(/.{5}/g) ?? []).join('-')}`;
}
