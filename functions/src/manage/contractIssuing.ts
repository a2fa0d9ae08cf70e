import { MAX_ISSUE } from '@latchkey/domain/contract/contract';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { ContractKey, IssueContract, IssuedContract } from '@latchkey/domain/wire/manage/contracts';
import * as z from 'zod';
import { contractKey } from '../operations/contract/contractKey.ts';
import { issueFromContract } from '../operations/contract/issueFromContract.ts';
import { startIssuing } from '../operations/contract/startIssuing.ts';
import { contractOf } from './contracts.ts';
import type { ManageRoute } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ contractId: recordId });
const write = {
  method: 'post',
  tag: 'contracts',
  scope: 'everything',
  permission: 'integrations.write',
} as const;

/** What a contract issues, and the key by which its partner does. */
export const CONTRACT_ISSUING_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...write,
      path: '/contracts/{contractId}/issue',
      id: 'issueFromContract',
      summary: 'Issue licenses within the quota',
      description: 'Up to 100 are there with the answer; for more a job issues them, which the answer names.',
      params,
      body: IssueContract,
      answer: IssuedContract,
      refuses: [404, 409, 422],
      example: { quantity: 10, customer: { email: 'ada@example.com', name: 'Ada Almeida' } },
    },
    async (asked) => {
      const { call, environment, params: place, body, requestName, around, after } = asked;
      await contractOf(asked, place.contractId);
      const { quantity, customer = null } = body;
      const order = { quantity, customer, request: requestName };
      if (quantity > MAX_ISSUE) {
        const started = await startIssuing(call, environment, place.contractId, order);
        if (!started.ok) return started;
        await around.enqueue({ environment, jobId: started.jobId });
        return { body: { issued: 0, jobId: started.jobId } };
      }
      const outcome = await issueFromContract(call, environment, place.contractId, order);
      if (!outcome.ok) return outcome;
      if (customer) await around.nudge(after, environment);
      return { body: { issued: outcome.licenses.length, jobId: null } };
    },
  ),
  route(
    {
      ...write,
      path: '/contracts/{contractId}/rotate-key',
      id: 'rotateContractKey',
      summary: 'Make a key for the partner',
      description: 'It ends the one before at once and is told this once.',
      params,
      answer: ContractKey,
      refuses: [404],
    },
    async ({ call, environment, params: place }) => {
      const outcome = await contractKey(call, environment, place.contractId, 'rotate');
      return outcome.ok ? { body: { key: outcome.key } } : outcome;
    },
  ),
  route(
    {
      ...write,
      path: '/contracts/{contractId}/revoke-key',
      id: 'revokeContractKey',
      summary: 'Take the key of the partner away',
      params,
      answer: null,
      status: 204,
      refuses: [404, 409],
    },
    async ({ call, environment, params: place }) => {
      const outcome = await contractKey(call, environment, place.contractId, 'revoke');
      return outcome.ok ? { status: 204, body: null } : outcome;
    },
  ),
];
