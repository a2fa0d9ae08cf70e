import * as z from 'zod';
import { CHANNELS, RELEASE_STATES } from '../../download/release.ts';
import { ENVIRONMENTS } from '../../environment.ts';
import { announcedFile, releaseChanges, releaseFacts, sha256 } from '../console/downloads.ts';
import { recordId } from '../console/fields.ts';
import { id, isoTime, paging } from './common.ts';

export const ManagedDownload = z.strictObject({
  id,
  environment: z.enum(ENVIRONMENTS),
  productId: id,
  version: z.string(),
  channel: z.enum(CHANNELS),
  fileName: z.string(),
  size: z.int(),
  sha256: z.string().nullable(),
  notes: z.string(),
  state: z.enum(RELEASE_STATES),
  releasedAt: isoTime.nullable(),
  downloads: z.int(),
  lastDownloadAt: isoTime.nullable(),
  createdAt: isoTime,
  updatedAt: isoTime,
  revision: z.int(),
});
export type ManagedDownload = z.infer<typeof ManagedDownload>;

export const ListDownloads = z.strictObject({
  ...paging,
  productId: recordId.optional(),
  state: z.enum(RELEASE_STATES).optional(),
  channel: z.enum(CHANNELS).optional(),
});
export const CreateDownload = z.strictObject({
  productId: recordId,
  ...releaseFacts.shape,
  file: announcedFile,
});
export const EditDownload = releaseChanges;
export const ReopenUpload = z.strictObject({ file: announcedFile });
export const FinishUpload = z.strictObject({ sha256: sha256.nullable().optional() });
/** The file goes to the address by one PUT. */
export const OpenedUpload = z.strictObject({ download: ManagedDownload, uploadUrl: z.string() });
export const DownloadLink = z.strictObject({ url: z.string(), fileName: z.string(), goodUntil: isoTime });
