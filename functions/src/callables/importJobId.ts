import type { Environment } from '@latchkey/domain/environment';
import { derivedId } from '../crypto/derivedId.ts';
import type { PersonActor } from './caller.ts';

/** The job that a person's draft becomes. Nobody else's draft ever leads there. */
export function importJobId(environment: Environment, { uid }: PersonActor, draftId: string): string {
  return derivedId(`import:${environment}:${uid}:${draftId}`);
}
