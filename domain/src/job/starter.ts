import type { Actor } from '../access/actor.ts';
import { keyHolds } from '../access/apiPermissions.ts';
import type { Person } from '../access/person.ts';
import type { Permission } from '../access/roles.ts';
import { may } from '../access/roles.ts';
import type { ApiKey } from '../apiKey/apiKey.ts';
import { apiKeyState } from '../apiKey/apiKey.ts';
import type { Environment } from '../environment.ts';

/**
 * Whether a job may go on in somebody's name. Nobody is signed in while it runs, so what is stored about a
 * person decides alone: a demotion, a limit to other environments or a switched off account stops it.
 * The same goes for the key of a program that is revoked, ends or loses permissions.
 * @param starter the stored record of a person or of an API key; null where there is none
 */
export function mayGoOn(
  actor: Actor,
  starter: { readonly person: Person | null; readonly apiKey: ApiKey | null },
  environment: Environment,
  permission: Permission,
  now: Date,
): boolean {
  const { person, apiKey } = starter;
  switch (actor.kind) {
    case 'person':
      return person !== null && stillMay(person, environment, permission);
    case 'api-key':
      return (
        apiKey !== null && apiKeyState(apiKey, now) === 'active' && keyHolds(apiKey.permissions, permission)
      );
    // Their right was checked when they were made, and they have no person to ask about.
    case 'clock':
    case 'contract':
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
