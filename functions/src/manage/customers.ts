import type { CustomerCommand } from '@latchkey/domain/customer/commands';
import type { Customer } from '@latchkey/domain/customer/customer';
import { foldEmail } from '@latchkey/domain/customer/customer';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { listOf } from '@latchkey/domain/wire/manage/common';
import {
  CreateCustomer,
  ExportedPart,
  ExportPart,
  ListCustomers,
  ManagedCustomer,
  RenameCustomer,
} from '@latchkey/domain/wire/manage/customers';
import * as z from 'zod';
import { commandCustomer } from '../operations/customer/commandCustomer.ts';
import { createCustomer } from '../operations/customer/createCustomer.ts';
import { exportCustomer } from '../operations/customer/exportCustomer.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { readRecord } from '../operations/manage/listRecords.ts';
import { iso } from './present.ts';
import { equals, pageReply, READ, recordOf } from './records.ts';
import type { Decided } from './refusal.ts';
import { ManageRefusal } from './refusal.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ customerId: recordId });
const at = '/customers/{customerId}';
const tag = 'customers';
const scope = 'everything';

function view(customer: Customer): ManagedCustomer {
  const { id, environment, email, name, status } = customer;
  return {
    id,
    environment,
    email,
    name,
    status,
    createdAt: customer.createdAt.toISOString(),
    invitedAt: iso(customer.invitedAt),
    firstSignInAt: iso(customer.firstSignInAt),
    lastSignInAt: iso(customer.lastSignInAt),
  };
}

function customerOf(asked: Asked, id: string): Promise<Customer> {
  return recordOf<Customer>(asked, ['customers', 'customer'], id);
}

/** The list by its filters; exported for the test that holds it against the indexes. */
export function customerList({ status }: Pick<z.output<typeof ListCustomers>, 'status'>): RecordList {
  return { collection: 'customers', by: 'createdAt', where: equals({ status }) };
}

/**
 * A command about a customer acts in every environment, as they are one person over all of them: like the people
 * of the console, they are production's to command.
 */
async function afterCommand(
  asked: Asked,
  customerId: string,
  commandFor: (customer: Customer) => CustomerCommand,
): Promise<Reply | Decided> {
  if (asked.environment !== 'production') {
    throw new ManageRefusal(
      'OUT_OF_SCOPE',
      'Customers are one over all environments: only a key of production changes them.',
    );
  }
  const command = commandFor(await customerOf(asked, customerId));
  const { call, after, around } = asked;
  const outcome = await commandCustomer(call, await around.accounts(), customerId, command);
  if (!outcome.ok) return outcome;
  if (outcome.account) await around.follow(after, outcome.account.uid, outcome.account.writes);
  await Promise.all([
    ...outcome.jobs.map((job) => around.enqueue(job)),
    ...ENVIRONMENTS.map((environment) => around.nudge(after, environment)),
  ]);
  return command.type === 'delete'
    ? { status: 204, body: null }
    : { body: view(await customerOf(asked, customerId)) };
}

const MOVES = {
  invite: 'Send a customer the link to choose a password again',
  disable: 'Keep a customer out of the portal; licenses go on working',
  enable: 'Let a disabled customer in again',
} as const;

export const CUSTOMER_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/customers',
      id: 'listCustomers',
      tag,
      scope,
      summary: 'List customers',
      description: 'The newest first. `email` finds the one customer with this address.',
      query: ListCustomers,
      answer: listOf(ManagedCustomer),
    },
    async (asked) => {
      const { call, environment, query } = asked;
      const { email, status } = query;
      if (email !== undefined) {
        const id = call.customerId(foldEmail(email));
        const known = await readRecord<Customer>(call.store, environment, 'customers', id);
        const fits = known && (status === undefined || known.status === status);
        return { body: { items: fits ? [view(known)] : [], next: null } };
      }
      return pageReply(asked, customerList(query), view);
    },
  ),
  route(
    {
      method: 'post',
      path: '/customers',
      id: 'createCustomer',
      tag,
      scope,
      permission: 'customers.write',
      summary: 'Create a customer',
      description: 'They get an invitation to choose a password.',
      body: CreateCustomer,
      answer: ManagedCustomer,
      status: 201,
      refuses: [409],
      example: { email: 'ada@example.com', name: 'Ada Almeida' },
    },
    async (asked) => {
      const { call, environment, body, around, after } = asked;
      const outcome = await createCustomer(call, environment, { email: body.email, name: body.name ?? null });
      if (!outcome.ok) return outcome;
      await around.nudge(after, environment);
      const { customerId } = outcome;
      const location = `/v1/manage/customers/${customerId}`;
      return { body: view(await customerOf(asked, customerId)), status: 201, location };
    },
  ),
  route(
    {
      ...READ,
      path: at,
      id: 'getCustomer',
      tag,
      scope,
      summary: 'Get a customer',
      params,
      answer: ManagedCustomer,
      refuses: [404],
    },
    async (asked) => ({ body: view(await customerOf(asked, asked.params.customerId)) }),
  ),
  route(
    {
      method: 'patch',
      path: at,
      id: 'renameCustomer',
      tag,
      scope,
      permission: 'customers.write',
      summary: 'Rename a customer',
      description: 'In every environment; their e-mail never changes. Needs a key of production.',
      params,
      body: RenameCustomer,
      answer: ManagedCustomer,
      refuses: [404, 409],
      example: { name: 'Ada A. Almeida' },
    },
    (asked) => {
      const { name } = asked.body;
      return afterCommand(asked, asked.params.customerId, () => ({ type: 'rename', name }));
    },
  ),
  ...(Object.keys(MOVES) as (keyof typeof MOVES)[]).map((type) =>
    route(
      {
        method: 'post',
        path: `${at}/${type}`,
        id: `${type}Customer`,
        tag,
        scope,
        permission: 'customers.write',
        summary: MOVES[type],
        description: 'Needs a key of production.',
        params,
        answer: ManagedCustomer,
        refuses: [404, 409],
      },
      (asked) => afterCommand(asked, asked.params.customerId, () => ({ type })),
    ),
  ),
  route(
    {
      method: 'post',
      path: `${at}/export`,
      id: 'exportCustomer',
      tag,
      scope,
      permission: 'console.read',
      summary: 'What is kept about a customer, page by page',
      description:
        'Licenses, devices or history, for whoever answers their request to see it. That somebody took it out is ' +
        'an event of the audit log.',
      params,
      body: ExportPart,
      answer: ExportedPart,
      refuses: [404],
      example: { part: 'licenses' },
    },
    async ({ call, environment, params: place, body }) => {
      const from = body.cursor ?? null;
      const page = await exportCustomer(call, environment, place.customerId, body.part, from);
      return page.ok ? { body: { items: page.rows, next: page.next } } : page;
    },
  ),
  route(
    {
      method: 'delete',
      path: at,
      id: 'deleteCustomer',
      tag,
      scope,
      permission: 'customers.write',
      summary: 'Delete a customer everywhere',
      description:
        'Their licenses stay and go on working, without name, e-mail and device labels. Needs a key of production.',
      params,
      answer: null,
      status: 204,
      refuses: [404],
    },
    (asked) =>
      afterCommand(asked, asked.params.customerId, ({ email }) => ({ type: 'delete', confirmation: email })),
  ),
];
