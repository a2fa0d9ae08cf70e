import * as z from 'zod';
import { ACCESS_KINDS } from '../../download/access.ts';
import { CHANNELS } from '../../download/release.ts';
import { ENVIRONMENTS } from '../../environment.ts';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** A release as its customer sees it. */
const release = z.strictObject({
  id: z.string(),
  version: z.string(),
  channel: z.enum(CHANNELS),
  fileName: z.string(),
  size: z.int(),
  sha256: z.string(),
  notes: z.string(),
  /** ISO 8601 */
  releasedAt: z.string(),
});
export type OwnRelease = z.infer<typeof release>;

/** A product that the customer has a license of, and its releases while they may fetch them. */
const product = z.strictObject({
  environment: z.enum(ENVIRONMENTS),
  productId: z.string(),
  productName: z.string(),
  access: z.enum(ACCESS_KINDS),
  /** The newest first; empty unless the access is open. */
  releases: z.array(release),
  /** There are older ones. */
  more: z.boolean(),
});
export type OwnProduct = z.infer<typeof product>;

export const OwnDownloadsRequest = z.strictObject({});
export type OwnDownloadsRequest = z.infer<typeof OwnDownloadsRequest>;
export const OwnDownloadsAnswer = outcome({ products: z.array(product) });
export type OwnDownloadsAnswer = z.infer<typeof OwnDownloadsAnswer>;

export const DownloadLinkRequest = z.strictObject({ environment, downloadId: recordId });
export type DownloadLinkRequest = z.infer<typeof DownloadLinkRequest>;
/** Good until the moment that is named, for whoever has it: it is asked for at each click. */
export const DownloadLinkAnswer = outcome({ url: z.string(), fileName: z.string(), goodUntil: z.string() });
export type DownloadLinkAnswer = z.infer<typeof DownloadLinkAnswer>;
