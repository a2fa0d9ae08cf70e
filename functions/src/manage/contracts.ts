import type { Contract } from '@latchkey/domain/contract/contract';
import { MAX_ISSUE, remaining } from '@latchkey/domain/contract/contract';
import type { ContractCommand } from '@latchkey/domain/contract/decide';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { listOf } from '@latchkey/domain/wire/manage/common';
import {
  ContractKey,
  CreateContract,
  EditContract,
  IssueContract,
  IssuedContract,
  ListContracts,
  ManagedContract,
} from '@latchkey/domain/wire/manage/contracts';
import * as z from 'zod';
import { commandContract } from '../operations/contract/commandContract.ts';
import { contractKey } from '../operations/contract/contractKey.ts';
import { createContract } from '../operations/contract/createContract.ts';
import { issueFromContract } from '../operations/contract/issueFromContract.ts';
import { startIssuing } from '../operations/contract/startIssuing.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { listRecords, readRecord } from '../operations/manage/listRecords.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { dated, iso, toDate } from './present.ts';
import type { Decided } from './refusal.ts';
import { notFound } from './refusal.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ contractId: recordId });
const at = '/contracts/{contractId}';
const tag = 'contracts';
const scope = 'everything';

function view(contract: Contract): ManagedContract {
  const { search: _search, productId, productName, generatorName: _generator, ...shown } = contract;
  return {
    ...shown,
    product: { id: productId, name: productName },
    remaining: remaining(contract),
    expiresAt: iso(contract.expiresAt),
    keyMadeAt: iso(contract.keyMadeAt),
    lastIssuedAt: iso(contract.lastIssuedAt),
    createdAt: contract.createdAt.toISOString(),
    updatedAt: contract.updatedAt.toISOString(),
  };
}

async function contractOf({ call, environment }: Asked, id: string): Promise<Contract> {
  const contract = await readRecord<Contract>(call.store, environment, 'contracts', id);
  if (!contract) throw notFound('contract');
  return contract;
}

async function reply(asked: Asked, id: string, status: 200 | 201 = 200): Promise<Reply> {
  const body = view(await contractOf(asked, id));
  const location = status === 201 ? { location: `/v1/manage/contracts/${id}` } : {};
  return { status, body, revision: body.revision, ...location };
}

type Filters = Omit<z.output<typeof ListContracts>, 'limit' | 'cursor'>;

/** The list by its filters; exported for the test that holds it against the indexes. */
export function contractList({ status, type }: Filters): RecordList {
  const where = [
    ...(status === undefined ? [] : [['status', '==', status] as const]),
    ...(type === undefined ? [] : [['type', '==', type] as const]),
  ];
  return { collection: 'contracts', by: 'createdAt', where };
}

async function afterCommand(
  asked: Asked,
  contractId: string,
  commandFor: (contract: Contract) => ContractCommand,
): Promise<Reply | Decided> {
  const command = commandFor(await contractOf(asked, contractId));
  const outcome = await commandContract(asked.call, asked.environment, contractId, command);
  if (!outcome.ok) return outcome;
  return command.type === 'delete' ? { status: 204, body: null } : reply(asked, contractId);
}

const write = { tag, scope, permission: 'integrations.write' } as const;

export const CONTRACT_ROUTES: readonly ManageRoute[] = [
  route(
    {
      method: 'get',
      path: '/contracts',
      id: 'listContracts',
      tag,
      scope,
      permission: 'console.read',
      summary: 'List contracts',
      description: 'The newest first.',
      query: ListContracts,
      answer: listOf(ManagedContract),
    },
    async ({ call, environment, query }) => {
      const from = fromCursor(query.cursor);
      const page = await listRecords<Contract>(
        call.store,
        environment,
        contractList(query),
        from,
        query.limit,
      );
      return { body: { items: page.rows.map(view), next: toCursor(page.next) } };
    },
  ),
  route(
    {
      ...write,
      method: 'post',
      path: '/contracts',
      id: 'createContract',
      summary: 'Create a contract',
      description: 'Type and product are fixed with it. It has no key until one is made.',
      body: CreateContract,
      answer: ManagedContract,
      status: 201,
      etag: 'given',
      refuses: [409, 422],
      example: {
        type: 'reseller',
        productId: 'acme-editor',
        name: 'Northwind resale',
        generatorId: 'acme-editor-yearly',
        quota: 500,
        activationLimit: null,
        features: null,
        expiresAt: '2028-12-31T23:59:59Z',
        rates: { perMinute: 10, perHour: 100, perDay: 500 },
      },
    },
    async (asked) => {
      const { type, productId, expiresAt, ...others } = asked.body;
      const facts = { ...others, expiresAt: toDate(expiresAt) };
      const outcome = await createContract(asked.call, asked.environment, { type, productId }, facts);
      return outcome.ok ? reply(asked, outcome.contractId, 201) : outcome;
    },
  ),
  route(
    {
      method: 'get',
      path: at,
      id: 'getContract',
      tag,
      scope,
      permission: 'console.read',
      summary: 'Get a contract',
      params,
      answer: ManagedContract,
      etag: 'given',
      refuses: [404],
    },
    (asked) => reply(asked, asked.params.contractId),
  ),
  route(
    {
      ...write,
      method: 'patch',
      path: at,
      id: 'editContract',
      summary: 'Edit a contract',
      description: 'What is absent stays as it is.',
      params,
      body: EditContract,
      answer: ManagedContract,
      etag: 'if-match',
      refuses: [404, 409, 412, 422],
      example: { quota: 1_000 },
    },
    (asked) => {
      const { revision, body } = asked;
      return afterCommand(asked, asked.params.contractId, () => ({
        type: 'edit',
        revision,
        changes: dated(body),
      }));
    },
  ),
  ...(['activate', 'inactivate'] as const).map((type) =>
    route(
      {
        ...write,
        method: 'post',
        path: `${at}/${type}`,
        id: `${type}Contract`,
        summary: type === 'activate' ? 'Let a contract issue again' : 'Stop a contract',
        params,
        answer: ManagedContract,
        etag: 'given',
        refuses: [404],
      },
      (asked) => afterCommand(asked, asked.params.contractId, () => ({ type })),
    ),
  ),
  route(
    {
      ...write,
      method: 'post',
      path: `${at}/issue`,
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
      method: 'post',
      path: `${at}/rotate-key`,
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
      method: 'post',
      path: `${at}/revoke-key`,
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
  route(
    {
      ...write,
      method: 'delete',
      path: at,
      id: 'deleteContract',
      summary: 'Delete a contract',
      description: 'Its key ends with it; its licenses stay.',
      params,
      answer: null,
      status: 204,
      refuses: [404],
    },
    (asked) =>
      afterCommand(asked, asked.params.contractId, ({ name }) => ({ type: 'delete', confirmation: name })),
  ),
];
