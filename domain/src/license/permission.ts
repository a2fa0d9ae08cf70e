import type { Actor } from '../access/actor.ts';
import { may } from '../access/roles.ts';
import type { CommandName } from './commands.ts';

/** Who may give a command at all, whatever the state (decisions.md, column "who"). */
export function mayCommand(actor: Actor, command: CommandName): boolean {
  switch (actor.kind) {
    case 'person':
      return (
        isForPeople(command) && may(actor.role, command === 'delete' ? 'licenses.delete' : 'licenses.write')
      );
    case 'clock':
      return command === 'expire';
    case 'software':
      return command === 'activate';
    case 'abuse-rule':
      return command === 'suspend';
    case 'contract':
      return command === 'assign';
    // A job and an API key act for somebody whose permission was checked when they were made.
    case 'job':
    case 'api-key':
      return isForPeople(command);
    case 'customer':
      return false;
  }
}

function isForPeople(command: CommandName): boolean {
  return command !== 'expire' && command !== 'activate';
}
