import type { Contract } from '@latchkey/domain/contract/contract';
import type {
  CommandContractAnswer,
  CommandContractRequest,
  ContractCommandInput,
  ContractKeyAnswer,
  ContractKeyRequest,
  CreateContractAnswer,
  CreateContractRequest,
  IssueFromContractAnswer,
  IssueFromContractRequest,
} from '@latchkey/domain/wire/console/contracts';
import { accepted } from '../firebase/accepted.ts';
import { callable } from '../firebase/callables.ts';
import { useReauthentication } from '../session/reauthentication.ts';

const sendCreate = callable<CreateContractRequest, CreateContractAnswer>('createContract');
const sendCommand = callable<CommandContractRequest, CommandContractAnswer>('commandContract');
const sendKey = callable<ContractKeyRequest, ContractKeyAnswer>('contractKey');
const sendIssue = callable<IssueFromContractRequest, IssueFromContractAnswer>('issueFromContract');

/** What can be done with contracts; each throws a ProblemError that can be shown. */
export function useContractCommands() {
  const { withFreshSignIn } = useReauthentication();

  async function create(asked: CreateContractRequest): Promise<string> {
    return accepted(await sendCreate(asked)).contractId;
  }
  async function command({ environment, id }: Contract, asked: ContractCommandInput): Promise<void> {
    const act = async () => accepted(await sendCommand({ environment, contractId: id, command: asked }));
    await (asked.type === 'delete' ? withFreshSignIn('delete the contract', act) : act());
  }
  /** The whole key, this once; null after revoking. */
  async function changeKey(
    { environment, id }: Contract,
    action: 'rotate' | 'revoke',
  ): Promise<string | null> {
    const act = async () => accepted(await sendKey({ environment, contractId: id, action }));
    const purpose = action === 'rotate' ? 'make a key for the contract' : 'revoke the key of the contract';
    return (await withFreshSignIn(purpose, act)).key;
  }
  /** Issues, or starts the job that does where they are many. */
  async function issue(
    { environment, id }: Contract,
    asked: Pick<IssueFromContractRequest, 'quantity' | 'customer' | 'requestKey'>,
  ): Promise<{ readonly issued: number; readonly jobId: string | null }> {
    return accepted(await sendIssue({ environment, contractId: id, ...asked }));
  }
  return { create, command, changeKey, issue };
}
