import type { Actor } from './actor.ts';
import { may } from './roles.ts';

/** Products and generators are written by owner and admin (decisions.md, People). */
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
    // A job and an API key act for somebody whose permission was checked when they were made.
    case 'job':
    case 'api-key':
      return true;
    case 'customer':
    case 'software':
    case 'clock':
    case 'abuse-rule':
    case 'contract':
      return false;
  }
}
