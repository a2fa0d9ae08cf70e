import type { DownloadLinkAnswer, OwnDownloadsAnswer } from '@latchkey/domain/wire/console/ownDownloads';
import { DownloadLinkRequest, OwnDownloadsRequest } from '@latchkey/domain/wire/console/ownDownloads';
import { fetchDownload, tryDownload } from '../operations/download/fetchDownload.ts';
import { ownDownloads as own } from '../operations/download/ownDownloads.ts';
import { newCall } from '../tools.ts';
import { consolePersonOrCustomer, portalCustomer } from './caller.ts';
import { door } from './door.ts';

/** What the signed-in customer may download. */
export const ownDownloads = door(
  OwnDownloadsRequest,
  async (_input, request, requestId): Promise<OwnDownloadsAnswer> => {
    const { actor } = await portalCustomer(request);
    return { ok: true, products: await own(newCall(actor, requestId), actor.customerId) };
  },
);

/** A fresh link for one click: for a customer whose license lives, and for everybody of the console. */
export const downloadLink = door(
  DownloadLinkRequest,
  async ({ environment, downloadId }, request, requestId): Promise<DownloadLinkAnswer> => {
    const actor = await consolePersonOrCustomer(request, environment, 'console.read');
    const call = newCall(actor, requestId);
    const link =
      actor.kind === 'customer'
        ? await fetchDownload(call, environment, downloadId, actor.customerId)
        : await tryDownload(call, environment, downloadId);
    return link.ok ? { ...link, goodUntil: link.goodUntil.toISOString() } : link;
  },
);
