import type { ReleaseCommand } from '@latchkey/domain/download/decide';
import type { Release } from '@latchkey/domain/download/release';
import { recordId } from '@latchkey/domain/wire/console/fields';
import { listOf } from '@latchkey/domain/wire/manage/common';
import {
  DownloadLink,
  EditDownload,
  ListDownloads,
  ManagedDownload,
} from '@latchkey/domain/wire/manage/downloads';
import * as z from 'zod';
import { commandDownload } from '../operations/download/commandDownload.ts';
import { tryDownload } from '../operations/download/fetchDownload.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { iso, present } from './present.ts';
import { productFilter } from './reach.ts';
import { equals, ownRecord, pageReply, READ, revisedReply } from './records.ts';
import type { Decided } from './refusal.ts';
import type { Asked, ManageRoute, Reply } from './route.ts';
import { route } from './route.ts';

const params = z.strictObject({ downloadId: recordId });
const at = '/downloads/{downloadId}';
const tag = 'downloads';
const scope = 'products';

/** Where its file lies is nobody's to know. */
export function downloadView(release: Release): ManagedDownload {
  const { search: _search, versionSort: _sort, objectPath: _path, ...shown } = release;
  return {
    ...shown,
    releasedAt: iso(shown.releasedAt),
    lastDownloadAt: iso(shown.lastDownloadAt),
    createdAt: shown.createdAt.toISOString(),
    updatedAt: shown.updatedAt.toISOString(),
  };
}

/** The release, if it is of one of the key's products. */
export function ownDownload(asked: Asked, id: string): Promise<Release> {
  return ownRecord<Release>(asked, ['downloads', 'download'], id);
}

export async function downloadReply(asked: Asked, id: string): Promise<Reply> {
  return revisedReply(downloadView(await ownDownload(asked, id)));
}

type Filters = Omit<z.output<typeof ListDownloads>, 'limit' | 'cursor'>;

/** The list by its filters; exported for the test that holds it against the indexes. */
export function downloadList(apiKey: Asked['apiKey'], { productId, state, channel }: Filters): RecordList {
  const where = [...productFilter(apiKey, productId), ...equals({ state, channel })];
  return { collection: 'downloads', by: 'createdAt', where };
}

async function afterCommand(
  asked: Asked,
  downloadId: string,
  commandFor: (release: Release) => ReleaseCommand,
): Promise<Reply | Decided> {
  const { call, environment, around, after } = asked;
  const command = commandFor(await ownDownload(asked, downloadId));
  const outcome = await commandDownload(call, environment, downloadId, command);
  if (!outcome.ok) return outcome;
  if (command.type !== 'delete' && command.type !== 'discard') return downloadReply(asked, downloadId);
  await around.nudge(after, environment);
  return { status: 204, body: null };
}

const write = { tag, scope, permission: 'catalog.write', params } as const;

export const DOWNLOAD_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/downloads',
      id: 'listDownloads',
      tag,
      scope,
      summary: 'List downloads',
      description: 'Versions of products with their files, the newest first.',
      query: ListDownloads,
      answer: listOf(ManagedDownload),
    },
    (asked) => pageReply(asked, downloadList(asked.apiKey, asked.query), downloadView),
  ),
  route(
    {
      ...READ,
      path: at,
      id: 'getDownload',
      tag,
      scope,
      summary: 'Get a download',
      params,
      answer: ManagedDownload,
      etag: 'given',
      refuses: [404],
    },
    (asked) => downloadReply(asked, asked.params.downloadId),
  ),
  route(
    {
      ...write,
      method: 'patch',
      path: at,
      id: 'editDownload',
      summary: 'Edit a download',
      description: 'What is absent stays as it is. Product and file are fixed with it.',
      body: EditDownload,
      answer: ManagedDownload,
      etag: 'if-match',
      refuses: [404, 412, 422],
      example: { notes: 'Faster export.' },
    },
    (asked) => {
      const { revision, body } = asked;
      const changes = present(body);
      return afterCommand(asked, asked.params.downloadId, () => ({ type: 'edit', revision, changes }));
    },
  ),
  ...(['publish', 'withdraw'] as const).map((type) =>
    route(
      {
        ...write,
        method: 'post',
        path: `${at}/${type}`,
        id: `${type}Download`,
        summary: type === 'publish' ? 'Show a download to customers' : 'Take a download away from customers',
        answer: ManagedDownload,
        etag: 'given',
        refuses: [404, 409],
      },
      (asked) => afterCommand(asked, asked.params.downloadId, () => ({ type })),
    ),
  ),
  route(
    {
      ...write,
      method: 'post',
      path: `${at}/link`,
      id: 'linkDownload',
      permission: 'console.read',
      summary: 'Make a link to the file',
      description: 'It works for 15 minutes and is not counted as a download of a customer.',
      answer: DownloadLink,
      refuses: [404, 409],
    },
    async (asked) => {
      const { call, environment, params: place } = asked;
      await ownDownload(asked, place.downloadId);
      const link = await tryDownload(call, environment, place.downloadId);
      if (!link.ok) return link;
      const { url, fileName, goodUntil } = link;
      return { body: { url, fileName, goodUntil: goodUntil.toISOString() } };
    },
  ),
  route(
    {
      ...write,
      method: 'delete',
      path: at,
      id: 'deleteDownload',
      summary: 'Delete a download',
      description: 'Its file goes with it; links that are out end, too.',
      answer: null,
      status: 204,
      refuses: [404, 409],
    },
    (asked) =>
      afterCommand(asked, asked.params.downloadId, ({ version }) => ({
        type: 'delete',
        confirmation: version,
      })),
  ),
  route(
    {
      ...write,
      method: 'post',
      path: `${at}/discard`,
      id: 'discardDownload',
      summary: 'Give up a download whose file never arrived',
      answer: null,
      status: 204,
      refuses: [404, 409],
    },
    (asked) => afterCommand(asked, asked.params.downloadId, () => ({ type: 'discard' })),
  ),
];
