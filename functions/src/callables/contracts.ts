import { MAX_ISSUE } from '@latchkey/domain/contract/contract';
import type { ContractCommand } from '@latchkey/domain/contract/decide';
import type {
  CommandContractAnswer,
  ContractCommandInput,
  ContractKeyAnswer,
  CreateContractAnswer,
  IssueFromContractAnswer,
} from '@latchkey/domain/wire/console/contracts';
import {
  CommandContractRequest,
  ContractKeyRequest,
  CreateContractRequest,
  IssueFromContractRequest,
} from '@latchkey/domain/wire/console/contracts';
import { commandContract as command } from '../operations/contract/commandContract.ts';
import { contractKey as keyOf } from '../operations/contract/contractKey.ts';
import { createContract as create } from '../operations/contract/createContract.ts';
import { issueFromContract as issue } from '../operations/contract/issueFromContract.ts';
import { startIssuing } from '../operations/contract/startIssuing.ts';
import { enqueueJob } from '../queue/jobQueue.ts';
import { newCall } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';
import { nudge } from './nudge.ts';

export const createContract = door(
  CreateContractRequest,
  async ({ environment, facts, ...placed }, request, requestId): Promise<CreateContractAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'integrations.write'), requestId);
    return create(call, environment, placed, { ...facts, expiresAt: toDate(facts.expiresAt) });
  },
);

/** Everything that can be done to a contract but issuing and its key; deleting asks for a fresh sign-in. */
export const commandContract = door(
  CommandContractRequest,
  async ({ environment, contractId, command: asked }, request, requestId): Promise<CommandContractAnswer> => {
    const caller =
      asked.type === 'delete'
        ? await freshConsolePerson(request, environment, 'integrations.write')
        : ({ ok: true, actor: await consolePerson(request, environment, 'integrations.write') } as const);
    if (!caller.ok) return caller;
    return command(newCall(caller.actor, requestId), environment, contractId, toCommand(asked));
  },
);

/** The contract's own key: made and shown once, or taken away; asks for a fresh sign-in. */
export const contractKey = door(
  ContractKeyRequest,
  async ({ environment, contractId, action }, request, requestId): Promise<ContractKeyAnswer> => {
    const caller = await freshConsolePerson(request, environment, 'integrations.write');
    if (!caller.ok) return caller;
    return keyOf(newCall(caller.actor, requestId), environment, contractId, action);
  },
);

/** Licenses within the quota, by hand: up to 100 at once, more as a job. */
export const issueFromContract = door(
  IssueFromContractRequest,
  async (input, request, requestId): Promise<IssueFromContractAnswer> => {
    const { environment, contractId, quantity, customer, requestKey } = input;
    const call = newCall(await consolePerson(request, environment, 'integrations.write'), requestId);
    const asked = { quantity, customer: customer ?? null, request: `form:${requestKey}` };
    if (quantity > MAX_ISSUE) {
      const started = await startIssuing(call, environment, contractId, asked);
      if (!started.ok) return started;
      await enqueueJob({ environment, jobId: started.jobId });
      return { ok: true, issued: 0, jobId: started.jobId };
    }
    const outcome = await issue(call, environment, contractId, asked);
    if (!outcome.ok) return outcome;
    if (customer) await nudge(call, environment);
    return { ok: true, issued: outcome.licenses.length, jobId: null };
  },
);

function toCommand(input: ContractCommandInput): ContractCommand {
  if (input.type !== 'edit') return input;
  const { expiresAt, name, generatorId, quota, activationLimit, features, rates } = input.changes;
  const changes = {
    ...(name !== undefined && { name }),
    ...(generatorId !== undefined && { generatorId }),
    ...(quota !== undefined && { quota }),
    ...(activationLimit !== undefined && { activationLimit }),
    ...(features !== undefined && { features }),
    ...(rates !== undefined && { rates }),
    ...(expiresAt !== undefined && { expiresAt: toDate(expiresAt) }),
  };
  return { type: 'edit', revision: input.revision, changes };
}

function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
