import { useRouter } from 'vue-router';
import type { License } from '@latchkey/domain/license/license';
import type {
  CommandInput,
  CommandLicenseAnswer,
  CommandLicenseRequest,
} from '@latchkey/domain/wire/console/commandLicense';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem } from '../../firebase/errors.ts';
import { useReauthentication } from '../../session/reauthentication.ts';
import { useToast } from '../../ui/toast.ts';
import { commandWords } from './commandWords.ts';
import { undoOf } from './undo.ts';

const send = callable<CommandLicenseRequest, CommandLicenseAnswer>('commandLicense');

/** Gives commands to licenses; says by toast what was done and offers the way back where there is one. */
export function useLicenseCommands() {
  const toast = useToast();
  const router = useRouter();
  const { withFreshSignIn } = useReauthentication();

  /** @throws ProblemError with the refusal's sentence and code, or the failure's */
  async function give(license: License, input: CommandInput): Promise<{ renewedToId: string | null }> {
    const { environment, id } = license;
    const act = async () => accepted(await send({ environment, licenseId: id, command: input }));
    return input.type === 'delete' ? withFreshSignIn('delete the license', act) : act();
  }

  /** The same, with the toast of a menu's command. */
  async function command(license: License, input: Exclude<CommandInput, { type: 'edit' }>): Promise<void> {
    const { renewedToId } = await give(license, input);
    const text = `${commandWords(input.type, license).done}: ${license.keyHint}…`;
    const undo = undoOf(input.type, license);
    if (renewedToId !== null) {
      const open = (): void => void router.push(`/admin/licenses/${renewedToId}`);
      toast.show(text, { action: { label: 'Open the new license', run: open } });
    } else if (undo !== null) {
      toast.show(text, { action: { label: 'Undo', run: () => takeBack(license, undo) } });
    } else toast.show(text);
  }

  async function takeBack(license: License, input: CommandInput): Promise<void> {
    try {
      await give(license, input);
      toast.show(`Undone: ${license.keyHint}…`);
    } catch (cause) {
      const { sentence, code } = toProblem(cause);
      toast.show(`Not undone. ${sentence} (${code})`, { tone: 'error' });
    }
  }

  return { give, command };
}
