import type { CountOfEachAnswer } from '@latchkey/domain/wire/console/countOfEach';
import { CountOfEachRequest } from '@latchkey/domain/wire/console/countOfEach';
import { countOfEach as count } from '../operations/catalog/licenseCounts.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** The numbers beside the rows of a page of products, generators or customers, in one call. */
export const countOfEach = door(
  CountOfEachRequest,
  async ({ environment, by, ids }, request, requestId): Promise<CountOfEachAnswer> => {
    const { store } = newCall(await consolePerson(request, environment, 'console.read'), requestId);
    return { ok: true, counts: await count(store, environment, by, ids) };
  },
);
