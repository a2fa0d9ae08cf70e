import type { Contract } from '@latchkey/domain/contract/contract';
import { remaining } from '@latchkey/domain/contract/contract';
import type { ContractCommand } from '@latchkey/domain/contract/decide';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { listOf } from '@latchkey/domain/wire/manage/common';
import {
  CreateContract,
  EditContract,
  ListContracts,
  ManagedContract,
} from '@latchkey/domain/wire/manage/contracts';
import * as z from 'zod';
import { commandContract } from '../operations/contract/commandContract.ts';
import { createContract } from '../operations/contract/createContract.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { dated, iso, toDate } from './present.ts';
import { equals, pageReply, READ, recordOf, revisedReply } from './records.ts';
import type { Decided } from './refusal.ts';
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

export function contractOf(asked: Asked, id: string): Promise<Contract> {
  return recordOf<Contract>(asked, ['contracts', 'contract'], id);
}

async function reply(asked: Asked, id: string): Promise<Reply> {
  return revisedReply(view(await contractOf(asked, id)));
}

type Filters = Omit<z.output<typeof ListContracts>, 'limit' | 'cursor'>;

/** The list by its filters; exported for the test that holds it against the indexes. */
export function contractList({ status, type }: Filters): RecordList {
  const where = equals({ status, type });
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
      ...READ,
      path: '/contracts',
      id: 'listContracts',
      tag,
      scope,
      summary: 'List contracts',
      description: 'The newest first.',
      query: ListContracts,
      answer: listOf(ManagedContract),
    },
    (asked) => pageReply(asked, contractList(asked.query), view),
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
      if (!outcome.ok) return outcome;
      return revisedReply(view(await contractOf(asked, outcome.contractId)), '/v1/manage/contracts');
    },
  ),
  route(
    {
      ...READ,
      path: at,
      id: 'getContract',
      tag,
      scope,
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
