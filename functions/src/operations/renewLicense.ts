import type { Environment } from '@latchkey/domain/environment';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { renewLicense as renewed } from '@latchkey/domain/license/renew';
import { withRetry } from '../firestore/optimistic.ts';
import { auditWrites, updateLicense } from '../firestore/writes.ts';
import { sourcesUnchanged } from './catalog/sources.ts';
import type { Call } from './context.ts';
import { issueFacts, issuePaths, newKey, newLicenseWrites } from './issueLicense.ts';
import { changeMailWrites } from './mail/orderMail.ts';
import { readStanding } from './standing.ts';

/** A new license in place of an expired one, linked both ways, in one commit. */
export async function renewLicense(
  call: Call,
  environment: Environment,
  licenseId: string,
  expiresAt: Date | null | undefined,
): Promise<{ ok: true; renewedToId: string } | Refusal> {
  return withRetry(licenseId, async () => {
    const read = await readStanding(call.store, environment, licenseId);
    if (!read) return refuse('NOT_FOUND', 'There is no such license in this environment.');
    const { productId, generatorId } = read.license.record;
    if (generatorId === null)
      return refuse('GENERATOR_NOT_FOUND', 'The license was made without a generator.');
    const sources = await call.store.getAll<never>(issuePaths(environment, { productId, generatorId }));
    const facts = issueFacts(environment, sources[0], sources[1], sources[2]);
    const made = newKey(call, facts.generator);
    const decision = renewed(read.standing, facts, made, expiresAt, call.actor, call.now);
    if (!decision.ok) return decision;
    await call.store.commit([
      ...sourcesUnchanged([sources[0], sources[1]]),
      updateLicense(read.license, decision.old),
      ...newLicenseWrites(decision.renewed, decision.private),
      ...auditWrites(environment, call, decision.audit),
      ...(await changeMailWrites(call, environment, decision.renewed, decision.audit)),
    ]);
    return { ok: true, renewedToId: decision.renewed.id };
  });
}
