import type { ReleaseCommand } from '@latchkey/domain/download/decide';
import type {
  CommandDownloadAnswer,
  CreateDownloadAnswer,
  DownloadCommandInput,
  FinishUploadAnswer,
  ReopenUploadAnswer,
} from '@latchkey/domain/wire/console/downloads';
import {
  CommandDownloadRequest,
  CreateDownloadRequest,
  FinishUploadRequest,
  ReopenUploadRequest,
} from '@latchkey/domain/wire/console/downloads';
import type { CallableRequest } from 'firebase-functions/https';
import { commandDownload as command } from '../operations/download/commandDownload.ts';
import { finishUpload as finish } from '../operations/download/finishUpload.ts';
import { createDownload as create, reopenUpload as reopen } from '../operations/download/startUpload.ts';
import { newCall } from '../tools.ts';
import { consolePerson, freshConsolePerson } from './caller.ts';
import { door } from './door.ts';
import { nudge } from './nudge.ts';

/** A new release, and where its file goes. */
export const createDownload = door(
  CreateDownloadRequest,
  async ({ environment, ...asked }, request, requestId): Promise<CreateDownloadAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'catalog.write'), requestId);
    return create(call, environment, asked, originOf(request));
  },
);

/** Another address for a file that never arrived. */
export const reopenUpload = door(
  ReopenUploadRequest,
  async ({ environment, downloadId, file }, request, requestId): Promise<ReopenUploadAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'catalog.write'), requestId);
    return reopen(call, environment, downloadId, file, originOf(request));
  },
);

/** Reads the uploaded file through, which takes its time for a large one. */
export const finishUpload = door(
  FinishUploadRequest,
  async ({ environment, downloadId, sha256 }, request, requestId): Promise<FinishUploadAnswer> => {
    const call = newCall(await consolePerson(request, environment, 'catalog.write'), requestId);
    return finish(call, environment, downloadId, sha256);
  },
  { timeoutSeconds: 540 },
);

/** Everything else that can be done to a release; deleting one asks for a fresh sign-in. */
export const commandDownload = door(
  CommandDownloadRequest,
  async ({ environment, downloadId, command: asked }, request, requestId): Promise<CommandDownloadAnswer> => {
    const caller =
      asked.type === 'delete'
        ? await freshConsolePerson(request, environment, 'catalog.write')
        : ({ ok: true, actor: await consolePerson(request, environment, 'catalog.write') } as const);
    if (!caller.ok) return caller;
    const call = newCall(caller.actor, requestId);
    const outcome = await command(call, environment, downloadId, toCommand(asked));
    const removed = asked.type === 'delete' || asked.type === 'discard';
    if (outcome.ok && removed) await nudge(call, environment);
    return outcome;
  },
);

function toCommand(input: DownloadCommandInput): ReleaseCommand {
  if (input.type !== 'edit') return input;
  const { version, channel, notes, fileName } = input.changes;
  const changes = {
    ...(version !== undefined && { version }),
    ...(channel !== undefined && { channel }),
    ...(notes !== undefined && { notes }),
    ...(fileName !== undefined && { fileName }),
  };
  return { type: 'edit', revision: input.revision, changes };
}

/** The page that asks, so that the storage lets it bring the file; nothing where there is no browser. */
function originOf({ rawRequest }: CallableRequest): string | null {
  const { origin } = rawRequest.headers;
  return origin !== undefined && /^https?:\/\/[A-Za-z0-9.:[\]-]{1,255}$/.test(origin) ? origin : null;
}
