import type { InviteAdminAnswer } from '@latchkey/domain/wire/console/admins';
import { InviteAdminRequest } from '@latchkey/domain/wire/console/admins';
import { firebaseAccounts } from '../auth/firebaseAccounts.ts';
import { config } from '../config.ts';
import { inviteAdmin as invite } from '../operations/inviteAdmin.ts';
import { newCall } from '../tools.ts';
import { freshConsolePerson } from './caller.ts';
import { door } from './door.ts';
import { followAccount } from './followAccount.ts';
import { nudge } from './nudge.ts';

/**
 * An owner gives somebody a role. The link by which a newcomer chooses a password comes with our own mail; where
 * none leaves, the sign-in service sends its own when the console asks it to, as for "Forgot password".
 */
export const inviteAdmin = door(
  InviteAdminRequest,
  async (input, request, requestId): Promise<InviteAdminAnswer> => {
    const caller = await freshConsolePerson(request, 'production', 'admins.write');
    if (!caller.ok) return caller;
    const call = newCall(caller.actor, requestId);
    const accounts = await firebaseAccounts(config().projectId);
    const outcome = await invite(call, accounts, caller.actor.uid, input);
    if (!outcome.ok) return outcome;
    await followAccount(call, outcome.uid, outcome.writes);
    const { uid, newcomer, mailed } = outcome;
    if (mailed) await nudge(call, 'production');
    return { ok: true, uid, newcomer, mailed };
  },
);
