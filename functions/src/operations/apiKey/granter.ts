import type { Role } from '@latchkey/domain/access/roles';
import type { Call } from '../context.ts';

/** Keys are made by people: what a key may do is bounded by the role of whoever makes it. */
export function granter({ actor }: Call): { readonly role: Role; readonly name: string } {
  if (actor.kind !== 'person') throw new Error('Only people make API keys');
  return { role: actor.role, name: actor.name };
}
