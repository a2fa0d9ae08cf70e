import * as z from 'zod';
import { CHANNELS, MAX_NOTES } from '../../download/release.ts';
import { multilineText, trimmedText } from '../text.ts';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** Bounded by the decision, whose sentence says how. */
const version = trimmedText(60, 1);
const channel = z.enum(CHANNELS);
const notes = multilineText(MAX_NOTES);
const fileName = trimmedText(255, 1);
export const announcedFile = z.strictObject({ fileName, size: z.int().min(0) });
export const sha256 = z.string().regex(/^[0-9a-fA-F]{64}$/, { error: 'is not a SHA-256 in hex' });

export const releaseFacts = z.strictObject({ version, channel, notes });
export const releaseChanges = z.strictObject({ version, channel, notes, fileName }).partial();

/** The address takes the file by one PUT, from the page that asked; it is good for this file only. */
const upload = { downloadId: z.string(), uploadUrl: z.string() };

export const CreateDownloadRequest = z.strictObject({
  environment,
  productId: recordId,
  facts: releaseFacts,
  file: announcedFile,
});
export type CreateDownloadRequest = z.infer<typeof CreateDownloadRequest>;
export const CreateDownloadAnswer = outcome(upload);
export type CreateDownloadAnswer = z.infer<typeof CreateDownloadAnswer>;

/** Another attempt for a release whose file never arrived. */
export const ReopenUploadRequest = z.strictObject({ environment, downloadId: recordId, file: announcedFile });
export type ReopenUploadRequest = z.infer<typeof ReopenUploadRequest>;
export const ReopenUploadAnswer = outcome(upload);
export type ReopenUploadAnswer = z.infer<typeof ReopenUploadAnswer>;

/** The file is uploaded: look at it. `sha256` is what the sender knows of it, if anything. */
export const FinishUploadRequest = z.strictObject({
  environment,
  downloadId: recordId,
  sha256: sha256.nullable(),
});
export type FinishUploadRequest = z.infer<typeof FinishUploadRequest>;
export const FinishUploadAnswer = outcome({ size: z.int(), sha256: z.string() });
export type FinishUploadAnswer = z.infer<typeof FinishUploadAnswer>;

export const DownloadCommandInput = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('edit'),
    revision: z.int().nullable(),
    changes: releaseChanges,
  }),
  z.strictObject({ type: z.enum(['publish', 'withdraw', 'discard']) }),
  z.strictObject({ type: z.literal('delete'), confirmation: z.string().max(120) }),
]);
export type DownloadCommandInput = z.infer<typeof DownloadCommandInput>;

export const CommandDownloadRequest = z.strictObject({
  environment,
  downloadId: recordId,
  command: DownloadCommandInput,
});
export type CommandDownloadRequest = z.infer<typeof CommandDownloadRequest>;
export const CommandDownloadAnswer = outcome({});
export type CommandDownloadAnswer = z.infer<typeof CommandDownloadAnswer>;
