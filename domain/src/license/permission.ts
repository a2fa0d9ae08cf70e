import type { Actor } from '../access/actor.ts';
import { keyHolds } from '../access/apiPermissions.ts';
import { may } from '../access/roles.ts';
import type { CommandName } from './commands.ts';

/** Who may give a command at all, whatever the state (decisions.md, column "who"). */
export function mayCommand(actor: Actor, command: CommandName): boolean {
  switch (actor.kind) {
    case 'person':
      return isForPeople(command) && may(actor.role, permissionFor(command));
    case 'clock':
      return command === 'expire';
    case 'software':
      return command === 'activate';
    case 'abuse-rule':
      return command === 'suspend';
    case 'contract':
      return command === 'assign';
    case 'api-key':
      return isForPeople(command) && keyHolds(actor.permissions, permissionFor(command));
    // A job acts for somebody whose permission was checked when it was started.
    case 'job':
      return isForPeople(command);
    case 'customer':
      return false;
  }
}

function isForPeople(command: CommandName): boolean {
  return command !== 'expire' && command !== 'activate';
}

function permissionFor(command: CommandName): 'licenses.delete' | 'licenses.write' {
  return command === 'delete' ? 'licenses.delete' : 'licenses.write';
}
