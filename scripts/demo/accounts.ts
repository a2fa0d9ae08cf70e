import type { Role } from '@latchkey/domain/access/roles';
import { foldEmail } from '@latchkey/domain/customer/customer';
import type { Accounts } from '@latchkey/functions/operations/accounts';
import type { Access } from '@latchkey/functions/operations/setAccess';
import { setAccess } from '@latchkey/functions/operations/setAccess';
import { customerId } from '@latchkey/functions/crypto/keyHash';
import { before, callAt, DAY } from './past.ts';
import { setPassword } from './passwords.ts';

export const DEMO_PASSWORD = 'latchkey-demo';
export const CUSTOMER_A = { email: 'customer-a@latchkey.test', name: 'Ada Almeida' };
export const CUSTOMER_B = { email: 'customer-b@latchkey.test', name: 'Ben Brandt' };

export const STAFF: readonly { email: string; name: string; role: Role }[] = [
  { email: 'owner@latchkey.test', name: 'Olivia Owner', role: 'owner' },
  { email: 'admin@latchkey.test', name: 'Alex Admin', role: 'admin' },
  { email: 'operator@latchkey.test', name: 'Omar Operator', role: 'operator' },
  { email: 'viewer@latchkey.test', name: 'Vera Viewer', role: 'viewer' },
];

/** People who work here too: limited to an environment, invited and never seen, gone. */
const COLLEAGUES: readonly { email: string; name: string; access: Access }[] = [
  {
    email: 'nadia.novak@latchkey.test',
    name: 'Nadia Novak',
    access: { role: 'operator', environments: ['staging', 'development'] },
  },
  { email: 'priya.silva@latchkey.test', name: 'Priya Silva', access: { role: 'admin' } },
  { email: 'tom.rossi@latchkey.test', name: 'Tom Rossi', access: { role: 'viewer', disabled: true } },
];

/** The sign-ins of contract.md; each can be used at once. */
export async function seedAccounts(accounts: Accounts, projectId: string, now: Date): Promise<void> {
  const call = callAt(before(now, 120 * DAY), { kind: 'clock' });
  const staff = STAFF.map(async ({ role, ...who }) => setAccess(call, accounts, who, { role }));
  const customers = [CUSTOMER_A, CUSTOMER_B].map(async (who) =>
    setAccess(call, accounts, who, { customerId: customerId(foldEmail(who.email)) }),
  );
  const colleagues = COLLEAGUES.map(async ({ access, ...who }) => setAccess(call, accounts, who, access));
  const uids = await Promise.all([...staff, ...customers]);
  await Promise.all(colleagues);
  await Promise.all(uids.map((uid) => setPassword(projectId, uid, DEMO_PASSWORD)));
}
