import type { CountByStateAnswer } from '@latchkey/domain/wire/console/countByState';
import { CountByStateRequest } from '@latchkey/domain/wire/console/countByState';
import { countByState as count } from '../operations/catalog/licenseCounts.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** How many licenses a product or generator has, state by state: exact beyond what a browser may count. */
export const countByState = door(
  CountByStateRequest,
  async ({ environment, of }, request, requestId): Promise<CountByStateAnswer> => {
    const { store } = newCall(await consolePerson(request, environment, 'console.read'), requestId);
    return { ok: true, counts: await count(store, environment, of) };
  },
);
