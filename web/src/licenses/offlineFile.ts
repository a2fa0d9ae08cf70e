import type { OfflineFileAnswer, OfflineFileRequest } from '@latchkey/domain/wire/console/offlineFile';
import type { OfflineFile } from '@latchkey/domain/wire/offlineFile';
import { accepted } from '../firebase/accepted.ts';
import { callable } from '../firebase/callables.ts';

export type IssueOfflineFile = (request: OfflineFileRequest) => Promise<OfflineFileAnswer>;

/** Asks the server for a signed file; its issue is recorded. */
export const issueOfflineFile: IssueOfflineFile = callable<OfflineFileRequest, OfflineFileAnswer>(
  'offlineFile',
);

export interface ReadyFile {
  readonly fileName: string;
  readonly text: string;
  readonly goodUntil: Date;
}

/**
 * The file as it is saved.
 * @throws ProblemError with the refusal's sentence and code, or the failure's
 */
export async function readyFile(issue: IssueOfflineFile, request: OfflineFileRequest): Promise<ReadyFile> {
  const { fileName, file } = accepted(await issue(request));
  return { fileName, text: `${JSON.stringify(file, null, 2)}\n`, goodUntil: goodUntil(file) };
}

/** Until when it is good, as its own payload says (`exp`, seconds). */
function goodUntil({ payload }: OfflineFile): Date {
  const base64 = payload.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as { readonly exp: number };
  return new Date(claims.exp * 1000);
}
