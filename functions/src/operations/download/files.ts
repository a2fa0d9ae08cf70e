import type { StoredFile } from '@latchkey/domain/download/upload';

/** A file that is to be uploaded. */
export interface ExpectedFile {
  /** Bytes. */
  readonly size: number;
  /** Origin of the page that uploads it; null = no browser. */
  readonly origin: string | null;
}

/** A link for one file. */
export interface LinkOrder {
  /** Name under which it is saved. */
  readonly fileName: string;
  readonly seconds: number;
  readonly now: Date;
}

/** Where the files of releases lie; doors hand it in. Paths are random and no client may read there. */
export interface Files {
  /** An address that takes the file by one PUT; it is good for this path only, and only while nothing is there. */
  openUpload(path: string, file: ExpectedFile): Promise<string>;
  /** Reads what is stored there through; null = nothing is. */
  examine(path: string): Promise<StoredFile | null>;
  /** Takes it away; no harm where nothing is. */
  remove(path: string): Promise<void>;
  /** A signed address that saves the file, whatever it is, under that name. */
  link(path: string, order: LinkOrder): Promise<string>;
}
