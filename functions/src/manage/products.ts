import type { Product } from '@latchkey/domain/product/product';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { listOf } from '@latchkey/domain/wire/manage/common';
import {
  ChangedProduct,
  CreateProduct,
  EditProduct,
  KillProduct,
  ListProducts,
  ManagedProduct,
} from '@latchkey/domain/wire/manage/products';
import * as z from 'zod';
import { commandProduct } from '../operations/catalog/commandProduct.ts';
import { createProduct } from '../operations/catalog/createProduct.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { readRecord } from '../operations/manage/listRecords.ts';
import { present } from './present.ts';
import { reaches, within } from './reach.ts';
import { equals, pageReply, READ, revisedReply } from './records.ts';
import type { Decided } from './refusal.ts';
import { notFound } from './refusal.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ productId: recordId });
const at = '/products/{productId}';
const tag = 'products';
const scope = 'products';

function view(product: Product): ManagedProduct {
  const { search: _search, generatorEpoch: _epoch, createdAt, updatedAt, features, ...shown } = product;
  return {
    ...shown,
    features: [...features],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** The product, if it is one of the key's. */
export async function ownProduct({ call, environment, apiKey }: Asked, id: string): Promise<Product> {
  const product = reaches(apiKey, id) && (await readRecord<Product>(call.store, environment, 'products', id));
  if (!product) throw notFound('product');
  return product;
}

/** The list by its filters; exported for the test that holds it against the indexes. */
export function productList({ status }: Pick<z.output<typeof ListProducts>, 'status'>): RecordList {
  return { collection: 'products', by: 'createdAt', where: equals({ status }) };
}

async function afterCommand(
  asked: Asked,
  productId: string,
  command: Parameters<typeof commandProduct>[3],
): Promise<Reply | Decided> {
  within(asked.apiKey, productId);
  const { call, environment, around } = asked;
  const outcome = await commandProduct(call, environment, productId, command);
  if (!outcome.ok) return outcome;
  const { jobId } = outcome;
  if (jobId !== null) await around.enqueue({ environment, jobId });
  if (command.type === 'delete') return { status: 204, body: null };
  const product = view(await ownProduct(asked, productId));
  return { body: { product, jobId }, revision: product.revision };
}

const MOVES = {
  activate: 'Let a product be sold again',
  inactivate: 'Stop new licenses of a product; existing ones go on',
  archive: 'Put a product away: lists and pickers leave it out',
  unarchive: 'Take a product out of the archive',
} as const;

export const PRODUCT_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/products',
      id: 'listProducts',
      tag,
      scope,
      summary: 'List products',
      description: 'The newest first. A key that is limited to products gets those, on one page.',
      query: ListProducts,
      answer: listOf(ManagedProduct),
    },
    async (asked) => {
      const { call, environment, apiKey, query } = asked;
      if (apiKey.productIds !== null) {
        const ids = apiKey.productIds;
        const read = ids.map((id) => readRecord<Product>(call.store, environment, 'products', id));
        const own = (await Promise.all(read)).filter((product) => product !== null);
        const items = own.filter(({ status }) => query.status === undefined || status === query.status);
        return { body: { items: items.map(view), next: null } };
      }
      return pageReply(asked, productList(query), view);
    },
  ),
  route(
    {
      method: 'post',
      path: '/products',
      id: 'createProduct',
      tag,
      scope,
      permission: 'catalog.write',
      summary: 'Create a product',
      description: 'The id is chosen here, once and for all: software sends it.',
      body: CreateProduct,
      answer: ManagedProduct,
      status: 201,
      etag: 'given',
      refuses: [409, 422],
      example: {
        id: 'acme-studio',
        name: 'Acme Studio',
        description: 'Edits films.',
        identifierType: 'hardware',
        requireIdentifier: false,
        offlineAllowed: true,
        downloadsAllowed: true,
        emailOnAssign: true,
        features: [{ name: 'export', label: 'Export', type: 'boolean', default: true }],
      },
    },
    async (asked) => {
      const { id, ...facts } = asked.body;
      within(asked.apiKey, id);
      const outcome = await createProduct(asked.call, asked.environment, id, facts);
      if (!outcome.ok) return outcome;
      return revisedReply(view(await ownProduct(asked, id)), '/v1/manage/products');
    },
  ),
  route(
    {
      ...READ,
      path: at,
      id: 'getProduct',
      tag,
      scope,
      summary: 'Get a product',
      params,
      answer: ManagedProduct,
      etag: 'given',
      refuses: [404],
    },
    async (asked) => revisedReply(view(await ownProduct(asked, asked.params.productId))),
  ),
  route(
    {
      method: 'patch',
      path: at,
      id: 'editProduct',
      tag,
      scope,
      permission: 'catalog.write',
      summary: 'Edit a product',
      description: 'What is absent stays as it is. What licenses copy of it is brought to them by a job.',
      params,
      body: EditProduct,
      answer: ChangedProduct,
      etag: 'if-match',
      refuses: [404, 412, 422],
      example: { name: 'Acme Studio 2' },
    },
    (asked) =>
      afterCommand(asked, asked.params.productId, {
        type: 'edit',
        revision: asked.revision,
        changes: present(asked.body),
      }),
  ),
  ...(Object.keys(MOVES) as (keyof typeof MOVES)[]).map((type) =>
    route(
      {
        method: 'post',
        path: `${at}/${type}`,
        id: `${type}Product`,
        tag,
        scope,
        permission: 'catalog.write',
        summary: MOVES[type],
        params,
        answer: ChangedProduct,
        etag: 'given',
        refuses: [404, 409],
      },
      (asked) => afterCommand(asked, asked.params.productId, { type }),
    ),
  ),
  route(
    {
      method: 'post',
      path: `${at}/kill`,
      id: 'killProduct',
      tag,
      scope,
      permission: 'catalog.write',
      summary: 'Revoke every license of a product',
      description: 'There is no way back. `confirmation` repeats the id of the product.',
      params,
      body: KillProduct,
      answer: ChangedProduct,
      etag: 'given',
      refuses: [404, 409, 422],
      example: { confirmation: 'acme-legacy', reason: 'The product was withdrawn.' },
    },
    (asked) => afterCommand(asked, asked.params.productId, { type: 'kill', ...asked.body }),
  ),
  route(
    {
      method: 'delete',
      path: at,
      id: 'deleteProduct',
      tag,
      scope,
      permission: 'catalog.write',
      summary: 'Delete a product that has no licenses',
      description: 'Its generators go with it.',
      params,
      answer: null,
      status: 204,
      refuses: [404, 409],
    },
    (asked) =>
      afterCommand(asked, asked.params.productId, { type: 'delete', confirmation: asked.params.productId }),
  ),
];
