import type { Generator } from '@latchkey/domain/generator/generator';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { listOf } from '@latchkey/domain/wire/manage/common';
import {
  CreateGenerator,
  EditGenerator,
  Generate,
  Generated,
  ListGenerators,
  ManagedGenerator,
} from '@latchkey/domain/wire/manage/generators';
import * as z from 'zod';
import { commandGenerator } from '../operations/catalog/commandGenerator.ts';
import { createGenerator } from '../operations/catalog/createGenerator.ts';
import { generateLicenses } from '../operations/catalog/generateLicenses.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { listRecords, readRecord } from '../operations/manage/listRecords.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { present } from './present.ts';
import { productFilter, reaches, within } from './reach.ts';
import type { Decided } from './refusal.ts';
import { notFound } from './refusal.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ generatorId: recordId });
const at = '/generators/{generatorId}';
const tag = 'generators';
const scope = 'products';

function view(generator: Generator): ManagedGenerator {
  const {
    search: _search,
    nameKey: _key,
    productId,
    productName,
    createdAt,
    updatedAt,
    ...shown
  } = generator;
  return {
    ...shown,
    product: { id: productId, name: productName },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** The generator, if it is of one of the key's products; a generator's product never changes. */
export async function ownGenerator({ call, environment, apiKey }: Asked, id: string): Promise<Generator> {
  const generator = await readRecord<Generator>(call.store, environment, 'generators', id);
  if (!generator || !reaches(apiKey, generator.productId)) throw notFound('generator');
  return generator;
}

type Filters = Omit<z.output<typeof ListGenerators>, 'limit' | 'cursor'>;

/** The list by its filters; exported for the test that holds it against the indexes. */
export function generatorList(apiKey: Asked['apiKey'], { productId, status }: Filters): RecordList {
  const where = [
    ...productFilter(apiKey, productId),
    ...(status === undefined ? [] : [['status', '==', status] as const]),
  ];
  return { collection: 'generators', by: 'createdAt', where };
}

async function afterCommand(
  asked: Asked,
  generatorId: string,
  command: Parameters<typeof commandGenerator>[3],
): Promise<Reply | Decided> {
  await ownGenerator(asked, generatorId);
  const outcome = await commandGenerator(asked.call, asked.environment, generatorId, command);
  if (!outcome.ok) return outcome;
  if (command.type === 'delete') return { status: 204, body: null };
  const body = view(await ownGenerator(asked, generatorId));
  return { body, revision: body.revision };
}

export const GENERATOR_ROUTES: readonly ManageRoute[] = [
  route(
    {
      method: 'get',
      path: '/generators',
      id: 'listGenerators',
      tag,
      scope,
      permission: 'console.read',
      summary: 'List generators',
      description: 'The newest first.',
      query: ListGenerators,
      answer: listOf(ManagedGenerator),
    },
    async ({ call, environment, apiKey, query }) => {
      const list = generatorList(apiKey, query);
      const from = fromCursor(query.cursor);
      const page = await listRecords<Generator>(call.store, environment, list, from, query.limit);
      return { body: { items: page.rows.map(view), next: toCursor(page.next) } };
    },
  ),
  route(
    {
      method: 'post',
      path: '/generators',
      id: 'createGenerator',
      tag,
      scope,
      permission: 'catalog.write',
      summary: 'Create a generator',
      description: 'Product and type of the format are fixed with it. Keys of less than 60 bits are refused.',
      body: CreateGenerator,
      answer: ManagedGenerator,
      status: 201,
      etag: 'given',
      refuses: [409, 422],
      example: {
        productId: 'acme-editor',
        name: 'Two years, five devices',
        description: '',
        format: {
          type: 'chunk',
          count: 4,
          size: 5,
          charset: 'ABCDEFGHJKMNPQRSTUVWXYZ23456789',
          separator: '-',
          prefix: '',
          suffix: '',
        },
        activationLimit: 5,
        validity: { amount: 2, unit: 'years', from: 'assignment' },
        features: {},
        metadata: {},
      },
    },
    async (asked) => {
      const { productId, ...facts } = asked.body;
      within(asked.apiKey, productId);
      const outcome = await createGenerator(asked.call, asked.environment, productId, facts);
      if (!outcome.ok) return outcome;
      const { generatorId } = outcome;
      const body = view(await ownGenerator(asked, generatorId));
      const location = `/v1/manage/generators/${generatorId}`;
      return { body, status: 201, revision: body.revision, location };
    },
  ),
  route(
    {
      method: 'get',
      path: at,
      id: 'getGenerator',
      tag,
      scope,
      permission: 'console.read',
      summary: 'Get a generator',
      params,
      answer: ManagedGenerator,
      etag: 'given',
      refuses: [404],
    },
    async (asked) => {
      const body = view(await ownGenerator(asked, asked.params.generatorId));
      return { body, revision: body.revision };
    },
  ),
  route(
    {
      method: 'patch',
      path: at,
      id: 'editGenerator',
      tag,
      scope,
      permission: 'catalog.write',
      summary: 'Edit a generator',
      description: 'What is absent stays as it is. A change counts for licenses to come.',
      params,
      body: EditGenerator,
      answer: ManagedGenerator,
      etag: 'if-match',
      refuses: [404, 409, 412, 422],
      example: { activationLimit: 3 },
    },
    (asked) =>
      afterCommand(asked, asked.params.generatorId, {
        type: 'edit',
        revision: asked.revision,
        changes: present(asked.body),
      }),
  ),
  ...(['activate', 'inactivate'] as const).map((type) =>
    route(
      {
        method: 'post',
        path: `${at}/${type}`,
        id: `${type}Generator`,
        tag,
        scope,
        permission: 'catalog.write',
        summary: type === 'activate' ? 'Let a generator make licenses again' : 'Stop a generator',
        params,
        answer: ManagedGenerator,
        etag: 'given',
        refuses: [404, 409],
      },
      (asked) => afterCommand(asked, asked.params.generatorId, { type }),
    ),
  ),
  route(
    {
      method: 'post',
      path: `${at}/generate`,
      id: 'generateLicenses',
      tag,
      scope,
      permission: 'generators.run',
      summary: 'Generate available licenses',
      description: 'Up to 100 are there with the answer; for more a job makes them, which the answer names.',
      params,
      body: Generate,
      answer: Generated,
      refuses: [404, 409, 422],
      example: { quantity: 25 },
    },
    async (asked) => {
      const { call, environment, params: place, body, requestName, around } = asked;
      await ownGenerator(asked, place.generatorId);
      const order = { generatorId: place.generatorId, quantity: body.quantity, request: requestName };
      const outcome = await generateLicenses(call, environment, order);
      if (!outcome.ok) return outcome;
      const { made, jobId } = outcome;
      if (jobId !== null) await around.enqueue({ environment, jobId });
      return { body: { made, jobId } };
    },
  ),
  route(
    {
      method: 'delete',
      path: at,
      id: 'deleteGenerator',
      tag,
      scope,
      permission: 'catalog.write',
      summary: 'Delete a generator',
      description: 'Its licenses stay as they are.',
      params,
      answer: null,
      status: 204,
      refuses: [404],
    },
    (asked) => afterCommand(asked, asked.params.generatorId, { type: 'delete' }),
  ),
];
