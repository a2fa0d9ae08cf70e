import type { Channel, Release } from '@latchkey/domain/download/release';
import { MAX_FILE_SIZE, MAX_NOTES } from '@latchkey/domain/download/release';
import { safeFileName } from '@latchkey/domain/download/fileName';
import type { ReleaseFacts } from '@latchkey/domain/download/upload';
import { isVersion } from '@latchkey/domain/download/version';
import { isMultilineText } from '@latchkey/domain/wire/text';

/** The form of a release, as typed. */
export interface ReleaseForm {
  productId: string | null;
  version: string;
  channel: Channel;
  notes: string;
  /** Of a release that has its file; the file brings its own name otherwise. */
  fileName: string;
}

export function emptyReleaseForm(productId: string | null): ReleaseForm {
  return { productId, version: '', channel: 'stable', notes: '', fileName: '' };
}

export function releaseFormOf({ productId, version, channel, notes, fileName }: Release): ReleaseForm {
  return { productId, version, channel, notes, fileName };
}

export interface ReleaseErrors {
  readonly productId?: string;
  readonly version?: string;
  readonly notes?: string;
  readonly fileName?: string;
  readonly file?: string;
}
type CheckedFacts =
  | { readonly ok: true; readonly facts: ReleaseFacts }
  | { readonly ok: false; readonly errors: ReleaseErrors };

/** What both forms have, checked by the rules that the server uses. */
export function checkFacts(form: Readonly<ReleaseForm>): CheckedFacts {
  const version = form.version.trim();
  const notes = form.notes.trim();
  const errors: ReleaseErrors = {
    ...(version === '' && { version: 'Give the release a version.' }),
    ...(version !== '' &&
      !isVersion(version) && {
        version: 'Use letters, digits and . + _ -, up to 40 characters, a letter or digit first.',
      }),
    ...(notes.length > MAX_NOTES && { notes: 'Notes have at most 10,000 characters.' }),
    ...(!isMultilineText(notes) && { notes: 'Notes are plain text without control characters.' }),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, facts: { version, channel: form.channel, notes } };
}

/** The facts and the name under which the file is saved, in its safe form. */
export function checkEdit(form: Readonly<ReleaseForm>) {
  const checked = checkFacts(form);
  const errors: ReleaseErrors = {
    ...(!checked.ok && checked.errors),
    ...(form.fileName.trim() === '' && { fileName: 'Give the file a name.' }),
  };
  if (!checked.ok || Object.keys(errors).length > 0) return { ok: false, errors } as const;
  return { ok: true, facts: { ...checked.facts, fileName: safeFileName(form.fileName) } } as const;
}

/** A new release needs its product and its file, too. */
export function checkNew(form: Readonly<ReleaseForm>, file: File | null) {
  const checked = checkFacts(form);
  const { productId } = form;
  const wrong = fileError(file);
  const errors: ReleaseErrors = {
    ...(!checked.ok && checked.errors),
    ...(productId === null && { productId: 'Choose the product it belongs to.' }),
    ...(wrong !== null && { file: wrong }),
  };
  if (!checked.ok || productId === null || file === null || Object.keys(errors).length > 0) {
    return { ok: false, errors } as const;
  }
  return { ok: true, productId, facts: checked.facts, file } as const;
}

/** What is wrong with a file before a byte of it is sent. */
export function fileError(file: File | null): string | null {
  if (file === null) return 'Choose the file.';
  if (file.size === 0) return 'This file is empty.';
  return file.size > MAX_FILE_SIZE ? 'A file has 2 GB at most.' : null;
}
