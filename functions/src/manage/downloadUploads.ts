import { recordId } from '@latchkey/domain/wire/console/fields';
import {
  CreateDownload,
  FinishUpload,
  ManagedDownload,
  OpenedUpload,
  ReopenUpload,
} from '@latchkey/domain/wire/manage/downloads';
import * as z from 'zod';
import { finishUpload } from '../operations/download/finishUpload.ts';
import type { OpenUpload } from '../operations/download/startUpload.ts';
import { createDownload, reopenUpload } from '../operations/download/startUpload.ts';
import { downloadReply, downloadView, ownDownload } from './downloads.ts';
import { within } from './reach.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ downloadId: recordId });
const write = {
  method: 'post',
  tag: 'downloads',
  scope: 'products',
  permission: 'catalog.write',
} as const;
const FILE = { fileName: 'acme-editor-4.2.0.zip', size: 48_211_004 };
/** Programs bring files from no page: the storage needs to let in no other. */
const NO_PAGE = null;

async function opened(asked: Asked, { downloadId, uploadUrl }: OpenUpload, made: boolean): Promise<Reply> {
  const download = downloadView(await ownDownload(asked, downloadId));
  const there = { status: 201 as const, location: `/v1/manage/downloads/${downloadId}` };
  return { body: { download, uploadUrl }, revision: download.revision, ...(made && there) };
}

/** How a file comes in: announced, put where the answer says, and looked at. */
export const DOWNLOAD_UPLOAD_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...write,
      path: '/downloads',
      id: 'createDownload',
      summary: 'Create a download',
      description:
        'Then send the file to `uploadUrl` by one PUT, finish the upload and publish. The address is good for one ' +
        'file of the size that was announced, 2 GB at most.',
      body: CreateDownload,
      answer: OpenedUpload,
      status: 201,
      etag: 'given',
      refuses: [422],
      example: {
        productId: 'acme-editor',
        version: '4.2.0',
        channel: 'stable',
        notes: 'Faster export.',
        file: FILE,
      },
    },
    async (asked) => {
      const { productId, file, ...facts } = asked.body;
      within(asked.apiKey, productId);
      const order = { productId, facts, file };
      const outcome = await createDownload(asked.call, asked.environment, order, NO_PAGE);
      return outcome.ok ? opened(asked, outcome, true) : outcome;
    },
  ),
  route(
    {
      ...write,
      path: '/downloads/{downloadId}/reopen-upload',
      id: 'reopenUpload',
      summary: 'Try again to send a file that never arrived',
      description: 'What came under the address before is thrown away.',
      params,
      body: ReopenUpload,
      answer: OpenedUpload,
      etag: 'given',
      refuses: [404, 409, 422],
      example: { file: FILE },
    },
    async (asked) => {
      const { call, environment, params: place, body } = asked;
      await ownDownload(asked, place.downloadId);
      const outcome = await reopenUpload(call, environment, place.downloadId, body.file, NO_PAGE);
      return outcome.ok ? opened(asked, outcome, false) : outcome;
    },
  ),
  route(
    {
      ...write,
      path: '/downloads/{downloadId}/finish-upload',
      id: 'finishUpload',
      summary: 'Say that the file is there',
      description:
        'It is read through, which takes some seconds for a large one, and compared with its size and with ' +
        '`sha256`, where that is given. A draft afterwards: publish it when you want.',
      params,
      body: FinishUpload,
      answer: ManagedDownload,
      etag: 'given',
      refuses: [404, 409],
      example: { sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
    },
    async (asked) => {
      const { call, environment, params: place, body } = asked;
      await ownDownload(asked, place.downloadId);
      const outcome = await finishUpload(call, environment, place.downloadId, body.sha256 ?? null);
      return outcome.ok ? downloadReply(asked, place.downloadId) : outcome;
    },
  ),
];
