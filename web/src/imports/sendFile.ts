import type { Environment } from '@latchkey/domain/environment';
import { importPages } from '@latchkey/domain/import/pages';
import type { ImportRow } from '@latchkey/domain/import/rows';
import type { ImportSubject } from '@latchkey/domain/import/subjects';
import type { ApplyImportAnswer, ApplyImportRequest } from '@latchkey/domain/wire/console/applyImport';
import type { ImportPageAnswer, ImportPageRequest } from '@latchkey/domain/wire/console/importPage';
import type { StartImportAnswer, StartImportRequest } from '@latchkey/domain/wire/console/startImport';
import { accepted } from '../firebase/accepted.ts';
import { callable } from '../firebase/callables.ts';

const sendPage = callable<ImportPageRequest, ImportPageAnswer>('importPage');
const sendStart = callable<StartImportRequest, StartImportAnswer>('startImport');
const sendApply = callable<ApplyImportRequest, ApplyImportAnswer>('applyImport');

export interface ReadFile {
  readonly environment: Environment;
  readonly subject: ImportSubject;
  readonly fileName: string;
  readonly rows: readonly ImportRow[];
}

/** Pages under way at once. */
const AT_ONCE = 3;

/**
 * Sends the rows of a file and starts their check; gives the id of its job. Only the sending needs an open page.
 * @param sent called after every page with the rows so far
 * @throws ProblemError
 */
export async function sendFile(
  { environment, subject, fileName, rows }: ReadFile,
  sent: (rows: number) => void,
): Promise<string> {
  const draftId = crypto.randomUUID();
  const pages = importPages(rows);
  const queue = pages.entries();
  let done = 0;
  const worker = async (): Promise<void> => {
    for (const [page, some] of queue) {
      // Rows of one file are all of its kind.
      const content = { subject, rows: some } as ImportPageRequest['content'];
      accepted(await sendPage({ environment, draftId, page, content }));
      done += some.length;
      sent(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const file = { subject, fileName: fileName.slice(-255), pages: pages.length, rows: rows.length };
  return accepted(await sendStart({ environment, draftId, ...file })).jobId;
}

/** Imports what a check has shown; gives the id of the job. @throws ProblemError */
export async function importChecked(
  environment: Environment,
  jobId: string,
  mails: boolean,
): Promise<string> {
  return accepted(await sendApply({ environment, jobId, mails })).jobId;
}
