import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { chainHash, isCurrentSignature, signChainEnd } from '@latchkey/functions/crypto/auditChain';
import { linkEvents } from '@latchkey/functions/operations/audit/linkEvents';
import { callAt } from './past.ts';

const CRYPTO = { hash: chainHash, sign: signChainEnd, isCurrent: isCurrentSignature };

/** Links everything that has happened, as the clock would have done minute by minute. */
export async function seedChain(now: Date): Promise<void> {
  for (const environment of ENVIRONMENTS) {
    await linkEvents(callAt(now, { kind: 'clock' }), environment, () => false, CRYPTO);
  }
}
