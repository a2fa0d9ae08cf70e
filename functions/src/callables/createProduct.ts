import type { CreateProductAnswer } from '@latchkey/domain/wire/console/createProduct';
import { CreateProductRequest } from '@latchkey/domain/wire/console/createProduct';
import { createProduct as create } from '../operations/catalog/createProduct.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** Create Product: the id is chosen here, once and for all. */
export const createProduct = door(
  CreateProductRequest,
  async ({ environment, productId, facts }, request, requestId): Promise<CreateProductAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'catalog.write'), requestId);
    return create(call, environment, productId, facts);
  },
);
