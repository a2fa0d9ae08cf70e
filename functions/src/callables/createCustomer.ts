import type { CreateCustomerAnswer } from '@latchkey/domain/wire/console/createCustomer';
import { CreateCustomerRequest } from '@latchkey/domain/wire/console/createCustomer';
import { createCustomer as create } from '../operations/customer/createCustomer.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';
import { nudge } from './nudge.ts';

/** A customer made by hand. Who may only assign licenses makes customers by assigning them one. */
export const createCustomer = door(
  CreateCustomerRequest,
  async ({ environment, customer }, request, requestId): Promise<CreateCustomerAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'customers.write'), requestId);
    const outcome = await create(call, environment, customer);
    if (outcome.ok) await nudge(call, environment);
    return outcome;
  },
);
