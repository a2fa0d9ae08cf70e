import type { Generator } from '@latchkey/domain/generator/generator';
import type {
  CommandGeneratorAnswer,
  CommandGeneratorRequest,
  GeneratorCommandInput,
} from '@latchkey/domain/wire/console/commandGenerator';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { useReauthentication } from '../../session/reauthentication.ts';

const send = callable<CommandGeneratorRequest, CommandGeneratorAnswer>('commandGenerator');

/** Gives commands to generators; deleting asks for a fresh sign-in. */
export function useGeneratorCommands() {
  const { withFreshSignIn } = useReauthentication();

  /** @throws ProblemError with the refusal's sentence and code, or the failure's */
  async function give(generator: Generator, command: GeneratorCommandInput): Promise<void> {
    const { environment, id: generatorId } = generator;
    const act = async () => accepted(await send({ environment, generatorId, command }));
    await (command.type === 'delete' ? withFreshSignIn('delete the generator', act) : act());
  }

  return { give };
}
