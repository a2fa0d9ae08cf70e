import type { CreateGeneratorAnswer } from '@latchkey/domain/wire/console/createGenerator';
import { CreateGeneratorRequest } from '@latchkey/domain/wire/console/createGenerator';
import { createGenerator as create } from '../operations/catalog/createGenerator.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

export const createGenerator = door(
  CreateGeneratorRequest,
  async ({ environment, productId, facts }, request, requestId): Promise<CreateGeneratorAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'catalog.write'), requestId);
    return create(call, environment, productId, facts);
  },
);
