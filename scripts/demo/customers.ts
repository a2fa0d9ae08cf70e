import { foldEmail } from '@latchkey/domain/customer/customer';
import { customerId } from '@latchkey/functions/crypto/keyHash';
import type { Accounts } from '@latchkey/functions/operations/accounts';
import { commandCustomer } from '@latchkey/functions/operations/customer/commandCustomer';
import { noteSignIn } from '@latchkey/functions/operations/customer/noteSignIn';
import { CUSTOMER_A, CUSTOMER_B } from './accounts.ts';
import { before, callAt, DAY, DEMO_ADMIN, draft } from './past.ts';

const CUSTOMERS = 'environments/production/customers/';

/**
 * What became of the customers: most have been in the portal, some lately, a few never came, and one had to be
 * shut out. Each as the product does it, with the clock set back.
 */
export async function seedVisits(accounts: Accounts, now: Date): Promise<void> {
  const known = [CUSTOMER_A, CUSTOMER_B].map(({ email }) => customerId(foldEmail(email)));
  const others = draft
    .documents()
    .flatMap(({ path }) => (path.startsWith(CUSTOMERS) ? [path.slice(CUSTOMERS.length)] : []))
    .filter((id) => !known.includes(id))
    .sort();
  for (const [index, id] of others.entries()) {
    if (index % 6 === 5) continue;
    await visit(id, now, ((index * 37) % 90) / 100);
    if (index % 3 === 0) await visit(id, now, 0.95 + (index % 20) / 500);
  }
  for (const id of known) await visit(id, now, 0.997);
  const [shutOut] = others;
  if (shutOut === undefined) return;
  const call = callAt(before(now, 9 * DAY), DEMO_ADMIN);
  const outcome = await commandCustomer(call, accounts, shutOut, { type: 'disable' });
  if (!outcome.ok) throw new Error(`the demo customer was not disabled: ${outcome.code}`);
}

/** A sign-in when so much of the time since the customer joined had passed, 0..1. */
async function visit(id: string, now: Date, part: number): Promise<void> {
  const [snapshot] = await draft.getAll<{ createdAt: Date }>([`${CUSTOMERS}${id}`]);
  const joined = snapshot?.data?.createdAt;
  if (joined === undefined) return;
  const at = new Date(joined.getTime() + (now.getTime() - joined.getTime()) * part);
  await noteSignIn(callAt(at, { kind: 'customer', uid: id, customerId: id }), id, at);
}
