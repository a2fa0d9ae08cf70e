import type { Actor } from '@latchkey/domain/access/actor';
import type { License } from '@latchkey/domain/license/license';
import { allowedCommands } from '@latchkey/domain/license/transitions';
import { COMMAND_LOOK, PERSON_COMMANDS, type CommandLook, type PersonCommand } from './commandWords.ts';

export interface MenuItem extends CommandLook {
  readonly command: PersonCommand;
  /** Why it is closed; null = open. */
  readonly closed: string | null;
}

/** Every command of the menu, open or with the reason why not: the same law that guards the write. */
export function licenseMenu(license: License, actor: Actor, now: Date): MenuItem[] {
  const options = new Map(
    allowedCommands(license, actor, now).map(({ command, refusal }) => [command, refusal] as const),
  );
  return PERSON_COMMANDS.map((command) => ({
    command,
    ...COMMAND_LOOK[command],
    closed: options.get(command)?.reason ?? null,
  }));
}
