import { caseName } from '@latchkey/domain/abuse/case';
import type { DetectionFacts } from '@latchkey/domain/abuse/detect';
import { decideDetection } from '@latchkey/domain/abuse/detect';
import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { refuse } from '@latchkey/domain/license/refusals';
import { licensePath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { toLicense } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import { commandLicense } from '../commandLicense.ts';
import type { Call } from '../context.ts';
import { caseWrite, latestCase } from './cases.ts';
import { caseMailWrites } from './tellOwners.ts';

export type Found = Pick<DetectionFacts, 'finding' | 'evidence' | 'score' | 'settings'>;

/**
 * Opens a case, or lets it grow, with its audit event in one commit; where the rule suspends, that is the very
 * command that people give, in the same commit.
 * @returns whether anything was written
 */
export async function recordFinding(
  call: Call,
  environment: Environment,
  licenseId: string,
  found: Found,
): Promise<boolean> {
  const byRule: Call = { ...call, actor: { kind: 'abuse-rule', rule: found.finding.rule } };
  const planned = await withRetry(`abuse/${licenseId}`, async () => {
    const [snapshot] = await call.store.getAll<never>([licensePath(environment, licenseId)]);
    const license = toLicense(environment)(snapshot)?.record;
    if (!license) return 'nothing';
    const plan = await planFor(byRule, license, found);
    if (plan === null) return 'nothing';
    if (plan.suspend !== null) return plan.suspend;
    await call.store.commit(plan.writes);
    return 'recorded';
  });
  if (planned === 'nothing' || planned === 'recorded') return planned === 'recorded';
  const outcome = await commandLicense(
    byRule,
    environment,
    licenseId,
    planned,
    undefined,
    async (license) => {
      const plan = await planFor(byRule, license, found);
      return plan?.suspend
        ? { ok: true, writes: plan.writes }
        : refuse('CHANGED_MEANWHILE', 'Somebody else has dealt with it meanwhile.');
    },
  );
  // Stopped by somebody else in between: what there is now decides, and a stopped license asks for no suspension.
  return outcome.ok || recordFinding(call, environment, licenseId, withoutSuspension(found));
}

function withoutSuspension(found: Found): Found {
  return { ...found, settings: { ...found.settings, suspend: false } };
}

async function planFor(call: Call, license: License, found: Found) {
  const { environment, id } = license;
  const { rule } = found.finding;
  const latest = await latestCase(call.store, environment, id, rule);
  const newId = call.derivedId(caseName(id, rule, latest?.record.id ?? null));
  const decision = decideDetection({ ...found, license, latest: latest?.record ?? null, newId }, call.now);
  if (decision.kind === 'nothing') return null;
  const writes: Write[] = [
    caseWrite(latest, decision.case),
    ...auditWrites(environment, call, decision.audit),
    ...(decision.kind === 'opened' ? await caseMailWrites(call, decision.case) : []),
  ];
  return { writes, suspend: decision.suspend };
}
