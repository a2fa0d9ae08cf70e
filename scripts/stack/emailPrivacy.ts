import { Failure } from '../lib/failure.mjs';
import { PROJECT } from './variables.ts';
import type { Ports } from './ports.ts';

/**
 * Switches on what new projects have by themselves and the emulator has not: sign-in and reset answer alike
 * whether an address has an account or not.
 */
export async function protectEmails({ auth }: Ports): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${auth}/emulator/v1/projects/${PROJECT}/config`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', authorization: 'Bearer owner' },
    body: JSON.stringify({ emailPrivacyConfig: { enableImprovedEmailPrivacy: true } }),
  });
  if (!response.ok) {
    throw new Failure(`The sign-in emulator does not protect addresses: ${await response.text()}`);
  }
}
