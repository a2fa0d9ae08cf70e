import type { CaseCommand } from '@latchkey/domain/abuse/decide';
import { decideCase } from '@latchkey/domain/abuse/decide';
import type { Environment } from '@latchkey/domain/environment';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { abuseCasePath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { auditWrites } from '../../firestore/writes.ts';
import { commandLicense } from '../commandLicense.ts';
import type { Call } from '../context.ts';
import { caseWrite, latestCase, toCase } from './cases.ts';

/**
 * Carries out what a person decides about a case. Where the license is suspended or let go with it, both are
 * one commit: there is no dismissed case whose license nobody has let go.
 */
export async function commandCase(
  call: Call,
  environment: Environment,
  caseId: string,
  command: CaseCommand,
): Promise<{ ok: true } | Refusal> {
  const path = abuseCasePath(environment, caseId);
  const planned = await withRetry(path, async () => {
    const plan = await planFor(call, environment, path, command);
    if (!plan.ok || plan.license !== null) return plan;
    await call.store.commit(plan.writes);
    return plan;
  });
  if (!planned.ok) return planned;
  if (planned.license === null) return { ok: true };
  return commandLicense(call, environment, planned.licenseId, planned.license, undefined, async () => {
    const plan = await planFor(call, environment, path, command);
    return plan.ok ? { ok: true, writes: plan.writes } : plan;
  });
}

async function planFor(call: Call, environment: Environment, path: string, command: CaseCommand) {
  const [snapshot] = await call.store.getAll<never>([path]);
  const found = toCase(environment, snapshot);
  if (!found) return refuse('NOT_FOUND', 'There is no such case in this environment.');
  const decision = decideCase(found.record, command, call.actor, call.now);
  if (!decision.ok) return decision;
  const { licenseId, rule, id } = found.record;
  if (command.type === 'reopen') {
    const latest = await latestCase(call.store, environment, licenseId, rule);
    if (latest && latest.record.id !== id) {
      return refuse('CASE_SUPERSEDED', 'The same rule has found this license again. Look at the newer case.');
    }
  }
  const writes = [caseWrite(found, decision.case), ...auditWrites(environment, call, decision.audit)];
  return { ok: true, licenseId, license: decision.license, writes } as const;
}
