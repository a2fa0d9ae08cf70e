import type { Actor } from '../access/actor.ts';
import type { Person } from '../access/person.ts';
import type { Permission } from '../access/roles.ts';
import { may } from '../access/roles.ts';
import type { Environment } from '../environment.ts';

/**
 * Whether a job may go on in somebody's name. Nobody is signed in while it runs, so what is stored about a
 * person decides alone: a demotion, a limit to other environments or a switched off account stops it.
 * @param person the stored record of a person; null where there is none
 */
export function mayGoOn(
  actor: Actor,
  person: Person | null,
  environment: Environment,
  permission: Permission,
): boolean {
  switch (actor.kind) {
    case 'person':
      return person !== null && stillMay(person, environment, permission);
    // Their right was checked when they were made, and they have no person to ask about.
    case 'clock':
    case 'contract':
    case 'api-key':
    case 'job':
      return true;
    case 'customer':
    case 'software':
    case 'abuse-rule':
      return false;
  }
}

function stillMay(person: Person, environment: Environment, permission: Permission): boolean {
  if (person.disabled || person.role === null || !may(person.role, permission)) return false;
  return person.environments === null || person.environments.includes(environment);
}
