import type {
  ApiKeyCommandInput,
  ApiKeyView,
  CommandApiKeyAnswer,
  CommandApiKeyRequest,
  CreateApiKeyAnswer,
  CreateApiKeyRequest,
} from '@latchkey/domain/wire/console/apiKeys';
import { accepted } from '../firebase/accepted.ts';
import { callable } from '../firebase/callables.ts';
import { useReauthentication } from '../session/reauthentication.ts';

const sendCreate = callable<CreateApiKeyRequest, CreateApiKeyAnswer>('createApiKey');
const sendCommand = callable<CommandApiKeyRequest, CommandApiKeyAnswer>('commandApiKey');

const PURPOSES: Readonly<Record<ApiKeyCommandInput['type'], string>> = {
  edit: 'change the API key',
  rotate: 'renew the API key',
  revoke: 'revoke the API key',
  delete: 'delete the API key',
};

/** What can be done with API keys; each throws a ProblemError that can be shown. */
export function useApiKeyCommands() {
  const { withFreshSignIn } = useReauthentication();

  /** The whole key, this once. */
  async function create(asked: CreateApiKeyRequest): Promise<string> {
    return (await withFreshSignIn('make an API key', async () => accepted(await sendCreate(asked)))).key;
  }
  /** The new key of a renewal, this once; null for everything else. Nobody is held up who revokes. */
  async function command({ environment, id }: ApiKeyView, asked: ApiKeyCommandInput): Promise<string | null> {
    const act = async () => accepted(await sendCommand({ environment, apiKeyId: id, command: asked }));
    const done = asked.type === 'revoke' ? await act() : await withFreshSignIn(PURPOSES[asked.type], act);
    return done.key;
  }
  return { create, command };
}
