import type { Actor } from './actor.ts';
import { keyHolds } from './apiPermissions.ts';
import { may } from './roles.ts';

/** Products, generators and releases are written by owner and admin (decisions.md, People). */
export function mayWriteCatalog(actor: Actor): boolean {
  return acts(actor, 'catalog.write');
}

/** Operators run generators too. */
export function mayRunGenerators(actor: Actor): boolean {
  return acts(actor, 'generators.run');
}

function acts(actor: Actor, permission: 'catalog.write' | 'generators.run'): boolean {
  switch (actor.kind) {
    case 'person':
      return may(actor.role, permission);
    case 'api-key':
      return keyHolds(actor.permissions, permission);
    // A job acts for somebody whose permission was checked when it was started.
    case 'job':
      return true;
    case 'customer':
    case 'software':
    case 'clock':
    case 'abuse-rule':
    case 'contract':
      return false;
  }
}
