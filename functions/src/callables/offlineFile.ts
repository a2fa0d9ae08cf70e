import type { OfflineFileAnswer } from '@latchkey/domain/wire/console/offlineFile';
import { OfflineFileRequest } from '@latchkey/domain/wire/console/offlineFile';
import { OFFLINE_FILE_NAME } from '@latchkey/domain/wire/offlineFile';
import { signContents } from '../crypto/offlineFile.ts';
import { issueOfflineFile } from '../operations/issueOfflineFile.ts';
import { newCall } from '../tools.ts';
import { consolePersonOrCustomer } from './caller.ts';
import { door } from './door.ts';

/** The signed offline file of a license or of one device: for the console, and for the license's customer. */
export const offlineFile = door(
  OfflineFileRequest,
  async (input, request, requestId): Promise<OfflineFileAnswer> => {
    const { environment, licenseId, activationId } = input;
    const call = newCall(await consolePersonOrCustomer(request, environment, 'console.read'), requestId);
    const issued = await issueOfflineFile(call, environment, licenseId, activationId ?? null, (contents) =>
      signContents(contents, call.now),
    );
    return issued.ok ? { ok: true, fileName: OFFLINE_FILE_NAME, file: issued.file } : issued;
  },
);
