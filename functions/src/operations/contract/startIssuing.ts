import { MAX_ISSUE, type Contract } from '@latchkey/domain/contract/contract';
import { issueRefusal, quotaRefusal } from '@latchkey/domain/contract/quota';
import type { ContractRefusal } from '@latchkey/domain/contract/refusals';
import { refuseContract } from '@latchkey/domain/contract/refusals';
import type { Environment } from '@latchkey/domain/environment';
import { MAX_FORM_QUANTITY } from '@latchkey/domain/generator/batch';
import type { IssueContractWork } from '@latchkey/domain/job/contractWork';
import type { Job } from '@latchkey/domain/job/job';
import { sameJson } from '@latchkey/domain/json';
import { contractPath, jobPath } from '../../firestore/collections.ts';
import { toJob } from '../../firestore/records.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Call } from '../context.ts';
import { jobWrites } from '../jobs/startJob.ts';
import type { AskedBatch, RequestConflict } from './batches.ts';
import { REQUEST_CONFLICT } from './batches.ts';
import { toContract } from './records.ts';

/**
 * Puts down the job that issues more licenses of a contract than one commit holds. What is plain now is refused
 * now: a contract that is closed, or more than is left; whether the quota is still there later, each batch
 * decides. The job's id follows from the request, so that asking again finds the job of the first time.
 */
export async function startIssuing(
  call: Call,
  environment: Environment,
  contractId: string,
  asked: AskedBatch,
): Promise<{ readonly ok: true; readonly jobId: string } | RequestConflict | ContractRefusal> {
  const jobId = call.derivedId(`contract job:${contractId}:${asked.request}`);
  return withRetry(jobId, async () => {
    const paths = [contractPath(environment, contractId), jobPath(environment, jobId)];
    const [found, before] = await call.store.getAll<never>(paths);
    const started = toJob(environment)(before)?.record;
    if (started) return isFor(started, asked) ? { ok: true, jobId } : REQUEST_CONFLICT;
    const contract = toContract(environment, found)?.record;
    if (!contract) return refuseContract('NOT_FOUND', 'There is no such contract in this environment.');
    const refusal = startRefusal(contract, asked.quantity, call.now);
    if (refusal) return refusal;
    const work = workOf(contract, asked);
    const prepared = { work, total: asked.quantity, pages: [], allPlanned: false, hidden: null };
    await call.store.commit(jobWrites(call, environment, jobId, prepared));
    return { ok: true, jobId };
  });
}

function startRefusal(contract: Contract, quantity: number, now: Date): ContractRefusal | null {
  if (!Number.isInteger(quantity) || quantity <= MAX_ISSUE || quantity > MAX_FORM_QUANTITY) {
    return refuseContract(
      'QUANTITY_OUT_OF_RANGE',
      `A job issues from ${MAX_ISSUE + 1} to ${MAX_FORM_QUANTITY} licenses.`,
    );
  }
  return issueRefusal(contract, now) ?? quotaRefusal(contract, quantity);
}

function workOf({ id, name, productName }: Contract, { quantity, customer }: AskedBatch): IssueContractWork {
  return {
    kind: 'issue-contract',
    contractId: id,
    contractName: name,
    productName,
    quantity,
    customer: customer && { email: customer.email, name: customer.name },
  };
}

function isFor({ work }: Job, { quantity, customer }: AskedBatch): boolean {
  if (work.kind !== 'issue-contract') return false;
  return sameJson(
    { quantity: work.quantity, email: work.customer?.email ?? null },
    { quantity, email: customer?.email ?? null },
  );
}
