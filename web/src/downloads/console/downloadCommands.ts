import type { Release } from '@latchkey/domain/download/release';
import type {
  CommandDownloadAnswer,
  CommandDownloadRequest,
  CreateDownloadAnswer,
  CreateDownloadRequest,
  DownloadCommandInput,
  FinishUploadAnswer,
  FinishUploadRequest,
  ReopenUploadAnswer,
  ReopenUploadRequest,
} from '@latchkey/domain/wire/console/downloads';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { useReauthentication } from '../../session/reauthentication.ts';

/** The server reads the whole file through. */
const FINISH_TIMEOUT = 550_000;

const sendCreate = callable<CreateDownloadRequest, CreateDownloadAnswer>('createDownload');
const sendReopen = callable<ReopenUploadRequest, ReopenUploadAnswer>('reopenUpload');
const sendFinish = callable<FinishUploadRequest, FinishUploadAnswer>('finishUpload', FINISH_TIMEOUT);
const sendCommand = callable<CommandDownloadRequest, CommandDownloadAnswer>('commandDownload');

type Place = Pick<Release, 'environment' | 'id'>;

/** What can be done with releases; each throws a ProblemError that can be shown. */
export function useDownloadCommands() {
  const { withFreshSignIn } = useReauthentication();

  async function create(asked: CreateDownloadRequest) {
    return accepted(await sendCreate(asked));
  }
  async function reopen({ environment, id }: Place, file: File) {
    const about = { fileName: file.name, size: file.size };
    return accepted(await sendReopen({ environment, downloadId: id, file: about }));
  }
  async function finish({ environment, id }: Place, sha256: string | null): Promise<void> {
    accepted(await sendFinish({ environment, downloadId: id, sha256 }));
  }
  async function give({ environment, id }: Place, command: DownloadCommandInput): Promise<void> {
    const act = async () => accepted(await sendCommand({ environment, downloadId: id, command }));
    await (command.type === 'delete' ? withFreshSignIn('delete the release', act) : act());
  }
  return { create, reopen, finish, give };
}
