import type { CountLicensesAnswer } from '@latchkey/domain/wire/console/countLicenses';
import { CountLicensesRequest } from '@latchkey/domain/wire/console/countLicenses';
import { countLicenses as count } from '../operations/countLicenses.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** The total of a list. The rules let a browser count no further than a list may be long. */
export const countLicenses = door(
  CountLicensesRequest,
  async (input, request, requestId): Promise<CountLicensesAnswer> => {
    const { environment, status, productId, createdSince } = input;
    const call = newCall(await consolePerson(request, environment, 'console.read'), requestId);
    const since = createdSince === undefined ? undefined : new Date(createdSince);
    return { ok: true, count: await count(call, environment, { status, productId, createdSince: since }) };
  },
);
