import type { CommandCustomerAnswer } from '@latchkey/domain/wire/console/commandCustomer';
import { CommandCustomerRequest } from '@latchkey/domain/wire/console/commandCustomer';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { firebaseAccounts } from '../auth/firebaseAccounts.ts';
import { config } from '../config.ts';
import { commandCustomer as command } from '../operations/customer/commandCustomer.ts';
import { enqueueJob } from '../queue/jobQueue.ts';
import { newCall } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';
import { followAccount } from './followAccount.ts';
import { nudge } from './nudge.ts';

/** What a person may do to a customer. It reaches every environment, so the role has to as well. */
export const commandCustomer = door(
  CommandCustomerRequest,
  async ({ customerId, command: asked }, request, requestId): Promise<CommandCustomerAnswer> => {
    const caller =
      asked.type === 'delete'
        ? await freshConsolePerson(request, 'everywhere', 'customers.write')
        : { ok: true as const, actor: await consolePerson(request, 'everywhere', 'customers.write') };
    if (!caller.ok) return caller;
    const call = newCall(caller.actor, requestId);
    const outcome = await command(call, await firebaseAccounts(config().projectId), customerId, asked);
    if (!outcome.ok) return outcome;
    if (outcome.account) await followAccount(call, outcome.account.uid, outcome.account.writes);
    await Promise.all([
      ...outcome.jobs.map(enqueueJob),
      ...ENVIRONMENTS.map((environment) => nudge(call, environment)),
    ]);
    return { ok: true };
  },
);
