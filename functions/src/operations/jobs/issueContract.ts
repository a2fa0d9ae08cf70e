import { MAX_ISSUE } from '@latchkey/domain/contract/contract';
import type { IssueContractWork } from '@latchkey/domain/job/contractWork';
import type { JobRow } from '@latchkey/domain/job/job';
import { issueFromContract } from '../contract/issueFromContract.ts';
import { JobHalt } from './jobHalt.ts';
import type { JobKindRunner, JobStep } from './kind.ts';

/** Numbers of the licenses of one page, the first included, the last not. */
interface Numbers {
  readonly from: number;
  readonly to: number;
}

/**
 * Licenses of a contract, batch after batch. A page is one batch: its licenses and the quota they take are one
 * commit, by the same operation as a call with the contract's key, so that both compete for the quota on equal
 * terms. The batch is named after the job and its first number: carried out again after a crash it is found,
 * not issued twice.
 */
export function issueContract(work: IssueContractWork): JobKindRunner {
  const { quantity } = work;
  return {
    begin: () => Promise.resolve({ ok: true, total: quantity }),

    nextPage(_step, cursor) {
      const from = Number(cursor ?? 0);
      const to = Math.min(from + MAX_ISSUE, quantity);
      const input: Numbers | null = from < to ? { from, to } : null;
      return Promise.resolve({ ok: true, input, cursor: String(to), last: to >= quantity });
    },

    carryOut: (step, input) => issuePage(step, work, input as Numbers),

    sizeOf: (input) => (input as Numbers).to - (input as Numbers).from,
  };
}

async function issuePage(
  { call, job }: JobStep,
  { contractId, customer }: IssueContractWork,
  { from, to }: Numbers,
): Promise<JobRow[]> {
  const outcome = await issueFromContract(call, job.environment, contractId, {
    quantity: to - from,
    customer,
    request: `job:${job.id}:${from}`,
    // A job may be retried long after it failed.
    kept: 'always',
  });
  if (!outcome.ok) {
    // The batches before it are issued; a retry begins with this one.
    throw new JobHalt(`Licenses ${from + 1} to ${to}: ${outcome.reason} Set that right, then retry the job.`);
  }
  return outcome.licenses.map(({ id, keyHint }) => ({
    licenseId: id,
    keyHint,
    outcome: 'done',
    code: null,
    sentence: null,
  }));
}
