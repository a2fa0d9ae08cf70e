import { identifierText } from '@latchkey/domain/activation/identifier';
import type { OfflineFileAnswer } from '@latchkey/domain/wire/console/offlineFile';
import { OfflineFileRequest } from '@latchkey/domain/wire/console/offlineFile';
import type { OfflineFile } from '@latchkey/domain/wire/offlineFile';
import { OFFLINE_FILE_NAME, offlineClaims } from '@latchkey/domain/wire/offlineFile';
import { deviceHash } from '../crypto/deviceHash.ts';
import { signOfflineFile } from '../crypto/offlineFile.ts';
import type { OfflineContents } from '../operations/issueOfflineFile.ts';
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
    const sign = (contents: OfflineContents): Promise<OfflineFile> => signed(contents, call.now);
    const issued = await issueOfflineFile(call, environment, licenseId, activationId ?? null, sign);
    return issued.ok ? { ok: true, fileName: OFFLINE_FILE_NAME, file: issued.file } : issued;
  },
);

function signed({ license, device, hours }: OfflineContents, now: Date): Promise<OfflineFile> {
  const hash =
    device && deviceHash(identifierText({ type: device.identifierType, value: device.identifier }));
  return signOfflineFile(offlineClaims({ license, deviceHash: hash, hours }, now));
}
