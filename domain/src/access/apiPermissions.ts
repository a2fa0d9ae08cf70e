import type { Permission, Role } from './roles.ts';
import { may } from './roles.ts';

/**
 * What an API key may be given: what people have, but for what only people do, and the sight of whole license keys
 * apart from everything else that is to be seen. Only people say who is an admin and make API keys, so that no key
 * ever widens what it may; and only people word mails, so that a key that leaked writes to no customer.
 */
export const API_PERMISSIONS = [
  'console.read',
  'keys.read',
  'licenses.write',
  'licenses.delete',
  'activations.deactivate',
  'generators.run',
  'catalog.write',
  'customers.write',
  'integrations.write',
  'bulk.import',
  'settings.write',
] as const satisfies readonly (Permission | 'keys.read')[];
export type ApiPermission = (typeof API_PERMISSIONS)[number];

/** Nobody gives away what they do not have: so only an owner gives a key the settings. */
export function mayGrant(role: Role, permission: ApiPermission): boolean {
  return may(role, permission === 'keys.read' ? 'console.read' : permission);
}

/** Whether a key with these permissions may do what a role with `permission` may. */
export function keyHolds(held: readonly ApiPermission[], permission: Permission): boolean {
  return held.some((name) => name === permission);
}
