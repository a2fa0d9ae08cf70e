import type { Environment } from '@latchkey/domain/environment';
import type { Accounts } from '../accounts.ts';
import type { Call } from '../context.ts';
import { deliverMail } from '../mail/deliverMail.ts';
import { mailSwitches } from '../mail/orderMail.ts';
import { setAccess } from '../setAccess.ts';
import { knownCustomer } from './knownCustomer.ts';

/**
 * Brings a customer's account in line with their record: made where there is none, without rights where they
 * are disabled. Gives back the address, or null where it has nothing to do with a portal. Nothing happens when
 * the customer is gone: whoever deleted them saw to the account.
 */
export async function alignAccount(
  call: Call,
  accounts: Accounts,
  customerId: string,
): Promise<string | null> {
  const [first] = await knownCustomer(call.store, customerId);
  if (!first) return null;
  const { email, name, status } = first.record;
  const open = status !== 'disabled';
  await setAccess(call, accounts, { email, name }, { customerId: open ? customerId : null });
  return open ? email : null;
}

/**
 * The same, and a mail with a link to choose a password: our own where the settings say how mail leaves, else
 * the plain one of the sign-in service.
 * @param mailId under which it is sent, once
 */
export async function inviteCustomer(
  call: Call,
  accounts: Accounts,
  environment: Environment,
  customerId: string,
  mailId: string,
): Promise<void> {
  const to = await alignAccount(call, accounts, customerId);
  if (to === null) return;
  const switches = await mailSwitches(call, environment);
  if (!switches?.invitation) return accounts.sendPasswordLink(to);
  const [known] = await knownCustomer(call.store, customerId);
  const facts = { customerName: known?.record.name ?? to };
  const mail = { kind: 'invitation', to, customerId, licenseId: null, facts } as const;
  await deliverMail(call, accounts, environment, mailId, mail);
}
