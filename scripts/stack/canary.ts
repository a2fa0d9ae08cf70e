import { Failure } from '../lib/failure.mjs';
import type { Ports } from './ports.ts';
import { PROJECT } from './variables.ts';

/**
 * Makes sure that the security rules are in force before anything else happens: an emulator that did not get
 * them lets everybody read everything, and every test of them would then mean nothing.
 */
export async function assertRulesInForce(ports: Ports): Promise<void> {
  const documents = `http://127.0.0.1:${ports.firestore}/v1/projects/${PROJECT}/databases/(default)/documents`;
  const answer = await fetch(`${documents}/users/nobody`);
  if (answer.status === 403) return;
  const { error } = (await answer.json()) as { error?: { message?: string } };
  throw new Failure(
    'The Firestore emulator does not enforce firestore.rules: an anonymous read was answered with ' +
      `${answer.status} instead of 403. ${error?.message ?? ''}`,
  );
}
