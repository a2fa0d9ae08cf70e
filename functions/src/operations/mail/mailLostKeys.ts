import type { Environment } from '@latchkey/domain/environment';
import type { Accounts } from '../accounts.ts';
import type { Call } from '../context.ts';
import { knownCustomer } from '../customer/knownCustomer.ts';
import { deliverMail } from './deliverMail.ts';
import { licensesWithKeys } from './licensesWithKeys.ts';

/** Sends the keys where the address is that of a customer who has any; nothing otherwise. */
export async function mailLostKeys(
  call: Call,
  accounts: Accounts,
  environment: Environment,
  mailId: string,
  to: string,
): Promise<void> {
  const customerId = call.customerId(to);
  const [known] = await knownCustomer(call.store, customerId);
  if (!known || known.record.status === 'disabled') return;
  if ((await licensesWithKeys(call, customerId)).length === 0) return;
  const facts = { customerName: known.record.name ?? to };
  await deliverMail(call, accounts, environment, mailId, {
    kind: 'keys',
    to,
    customerId,
    licenseId: null,
    facts,
  });
}
