import { recordId } from '@latchkey/domain/wire/console/fields';
import { AskOfflineFile, IssuedOfflineFile } from '@latchkey/domain/wire/manage/licenses';
import { OFFLINE_FILE_NAME } from '@latchkey/domain/wire/offlineFile';
import * as z from 'zod';
import { issueOfflineFile } from '../operations/issueOfflineFile.ts';
import { ownLicense } from './licenses.ts';
import type { ManageRoute } from './route.ts';
import { route } from './route.ts';

export const OFFLINE_FILE_ROUTES: readonly ManageRoute[] = [
  route(
    {
      method: 'post',
      path: '/licenses/{licenseId}/offline-file',
      id: 'issueOfflineFile',
      tag: 'licenses',
      scope: 'products',
      permission: 'console.read',
      summary: 'Issue an offline file',
      description:
        'Signed, for a license or for one of its devices, while a validation would say VALID; otherwise the code ' +
        'of the refusal is the one that a validation would give. Its issue is an event of the audit log.',
      params: z.strictObject({ licenseId: recordId }),
      body: AskOfflineFile,
      answer: IssuedOfflineFile,
      refuses: [404, 409],
      example: { activationId: 'h7Qk2mYt0bRwXcVn4zLp_3q2-7w' },
    },
    async (asked) => {
      const { call, environment, params, body, around } = asked;
      await ownLicense(asked, params.licenseId);
      const device = body.activationId ?? null;
      const issued = await issueOfflineFile(call, environment, params.licenseId, device, (contents) =>
        around.signOfflineFile(contents, call.now),
      );
      return issued.ok ? { body: { fileName: OFFLINE_FILE_NAME, file: issued.file } } : issued;
    },
  ),
];
