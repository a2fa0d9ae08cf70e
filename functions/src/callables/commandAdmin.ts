import type { CommandAdminAnswer } from '@latchkey/domain/wire/console/admins';
import { CommandAdminRequest } from '@latchkey/domain/wire/console/admins';
import { commandAdmin as command } from '../operations/commandAdmin.ts';
import { newCall } from '../tools.ts';
import { freshConsolePerson } from './caller.ts';
import { door } from './door.ts';
import { followAccount } from './followAccount.ts';

/** An owner changes what somebody else may do in the console; asks for a fresh sign-in. */
export const commandAdmin = door(
  CommandAdminRequest,
  async (input, request, requestId): Promise<CommandAdminAnswer> => {
    // People belong to no environment: owners act in all of them, and production's settings count.
    const caller = await freshConsolePerson(request, 'production', 'admins.write');
    if (!caller.ok) return caller;
    const call = newCall(caller.actor, requestId);
    const outcome = await command(call, caller.actor.uid, input.uid, input.command);
    if (!outcome.ok) return outcome;
    await followAccount(call, input.uid, outcome.writes);
    return { ok: true };
  },
);
