import type { CommandGeneratorAnswer } from '@latchkey/domain/wire/console/commandGenerator';
import { CommandGeneratorRequest } from '@latchkey/domain/wire/console/commandGenerator';
import { commandGenerator as command } from '../operations/catalog/commandGenerator.ts';
import { newCall } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';

/** Everything that can be done to a generator but generating; deleting asks for a fresh sign-in. */
export const commandGenerator = door(
  CommandGeneratorRequest,
  async (input, request, requestId): Promise<CommandGeneratorAnswer> => {
    const { environment, generatorId, command: asked } = input;
    const caller =
      asked.type === 'delete'
        ? await freshConsolePerson(request, environment, 'catalog.write')
        : ({ ok: true, actor: await consolePerson(request, environment, 'catalog.write') } as const);
    if (!caller.ok) return caller;
    return command(newCall(caller.actor, requestId), environment, generatorId, asked);
  },
);
