import type { AbuseCase } from '@latchkey/domain/abuse/case';
import type {
  AbuseCaseCommandInput,
  CommandAbuseCaseAnswer,
  CommandAbuseCaseRequest,
} from '@latchkey/domain/wire/console/abuse';
import { accepted } from '../firebase/accepted.ts';
import { callable } from '../firebase/callables.ts';
import { toProblem } from '../firebase/errors.ts';
import { useToast } from '../ui/toast.ts';

const send = callable<CommandAbuseCaseRequest, CommandAbuseCaseAnswer>('commandAbuseCase');

/** Decides cases; says by toast what was done and offers the way back where the license stayed as it was. */
export function useCaseCommands() {
  const toast = useToast();

  /** @throws ProblemError with the refusal's sentence and code, or the failure's */
  async function give({ environment, id }: AbuseCase, command: AbuseCaseCommandInput): Promise<void> {
    accepted(await send({ environment, caseId: id, command }));
  }

  /** Without a dialog: what goes wrong is told by toast. */
  async function giveAtOnce(found: AbuseCase, command: AbuseCaseCommandInput, done: string): Promise<void> {
    try {
      await give(found, command);
      toast.show(done);
    } catch (cause) {
      const { sentence, code } = toProblem(cause);
      toast.show(`${sentence} (${code})`, { tone: 'error' });
    }
  }

  /** With a dialog: the toast offers to take a decision back that touched nothing but the case. */
  async function decide(found: AbuseCase, command: AbuseCaseCommandInput, done: string): Promise<void> {
    await give(found, command);
    const alone =
      (command.type === 'confirm' && command.suspend === null) ||
      (command.type === 'dismiss' && !command.unsuspend);
    const run = () => giveAtOnce(found, { type: 'reopen' }, 'Undone: the case is open again.');
    toast.show(done, alone ? { action: { label: 'Undo', run } } : {});
  }
  return { giveAtOnce, decide };
}
