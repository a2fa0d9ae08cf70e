import type { Environment } from '@latchkey/domain/environment';
import { customerPath } from '../firestore/collections.ts';
import { toCustomer } from '../firestore/records.ts';
import type { Accounts } from './accounts.ts';
import type { Call } from './context.ts';
import { setAccess } from './setAccess.ts';

/** Gives a customer an account; they choose a password by "Forgot password". Nothing when they are gone. */
export async function ensureCustomerAccount(
  call: Call,
  accounts: Accounts,
  environment: Environment,
  customerId: string,
): Promise<void> {
  const [snapshot] = await call.store.getAll<never>([customerPath(environment, customerId)]);
  const customer = toCustomer(environment)(snapshot)?.record;
  if (customer) await setAccess(call, accounts, customer, { customerId });
}
