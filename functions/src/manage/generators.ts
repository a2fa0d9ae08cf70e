import type { Generator } from '@latchkey/domain/generator/generator';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { listOf } from '@latchkey/domain/wire/manage/common';
import {
  CreateGenerator,
  EditGenerator,
  ListGenerators,
  ManagedGenerator,
} from '@latchkey/domain/wire/manage/generators';
import * as z from 'zod';
import { commandGenerator } from '../operations/catalog/commandGenerator.ts';
import { createGenerator } from '../operations/catalog/createGenerator.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { present } from './present.ts';
import { productFilter, within } from './reach.ts';
import { equals, ownRecord, pageReply, READ, revisedReply } from './records.ts';
import type { Decided } from './refusal.ts';
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

/** The generator, if it is of one of the key's products. */
export function ownGenerator(asked: Asked, id: string): Promise<Generator> {
  return ownRecord<Generator>(asked, ['generators', 'generator'], id);
}

type Filters = Omit<z.output<typeof ListGenerators>, 'limit' | 'cursor'>;

/** The list by its filters; exported for the test that holds it against the indexes. */
export function generatorList(apiKey: Asked['apiKey'], { productId, status }: Filters): RecordList {
  const where = [...productFilter(apiKey, productId), ...equals({ status })];
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
  return revisedReply(view(await ownGenerator(asked, generatorId)));
}

export const GENERATOR_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/generators',
      id: 'listGenerators',
      tag,
      scope,
      summary: 'List generators',
      description: 'The newest first.',
      query: ListGenerators,
      answer: listOf(ManagedGenerator),
    },
    (asked) => pageReply(asked, generatorList(asked.apiKey, asked.query), view),
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
      return revisedReply(view(await ownGenerator(asked, outcome.generatorId)), '/v1/manage/generators');
    },
  ),
  route(
    {
      ...READ,
      path: at,
      id: 'getGenerator',
      tag,
      scope,
      summary: 'Get a generator',
      params,
      answer: ManagedGenerator,
      etag: 'given',
      refuses: [404],
    },
    async (asked) => revisedReply(view(await ownGenerator(asked, asked.params.generatorId))),
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
