import type { Environment } from '../environment.ts';
import { textTokens } from '../search/tokens.ts';
import { versionOrder } from './version.ts';

export const CHANNELS = ['stable', 'beta', 'hotfix'] as const;
export type Channel = (typeof CHANNELS)[number];

/** "uploading": its file is not here yet. Only a published release is seen by customers. */
export const RELEASE_STATES = ['uploading', 'draft', 'published', 'withdrawn'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** 2 GB, in bytes. */
export const MAX_FILE_SIZE = 2 * 1024 ** 3;
export const MAX_NOTES = 10_000;

/**
 * environments/{env}/downloads/{id}: one file of one version of a product. Customers do not read it; a callable
 * tells them what is theirs.
 */
export interface Release {
  readonly id: string;
  readonly environment: Environment;
  /** Fixed once chosen. Its name is not copied, so that a rename needs no second write. */
  readonly productId: string;
  readonly version: string;
  readonly channel: Channel;
  /** Safe on every system; see fileName.ts. */
  readonly fileName: string;
  /** Bytes. As announced while uploading, as stored afterwards. */
  readonly size: number;
  /** Lower-case hex, of the stored bytes; null while uploading. Fixed with the file. */
  readonly sha256: string | null;
  /** Plain text for customers. */
  readonly notes: string;
  readonly state: ReleaseState;
  /** Where its file lies in the bucket: random, and new for each attempt to upload. */
  readonly objectPath: string;
  /** First publication; a later one does not change it. */
  readonly releasedAt: Date | null;
  /** Links handed out: one for each click. */
  readonly downloads: number;
  readonly lastDownloadAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Counts commands: an edit names the revision it was made on. */
  readonly revision: number;
  /** The version in a form that sorts as versions do. */
  readonly versionSort: string;
  /** Pieces that searches find it by. */
  readonly search?: { readonly [token: string]: true };
}

/** The record with what follows from its texts brought up to date. */
export function withReleaseDerived(release: Omit<Release, 'versionSort' | 'search'>): Release {
  const { version, fileName, productId } = release;
  return {
    ...release,
    versionSort: versionOrder(version),
    search: textTokens([version, fileName, productId]),
  };
}
