import type { DownloadLinkAnswer, DownloadLinkRequest } from '@latchkey/domain/wire/console/ownDownloads';
import { accepted } from '../firebase/accepted.ts';
import { callable } from '../firebase/callables.ts';

const askLink = callable<DownloadLinkRequest, DownloadLinkAnswer>('downloadLink');

/**
 * Asks for a fresh link and follows it: the answer is a file that the browser saves, so the page stays.
 * @returns the name it is saved under
 */
export async function fetchFile(asked: DownloadLinkRequest): Promise<string> {
  const { url, fileName } = accepted(await askLink(asked));
  const link = document.createElement('a');
  link.href = url;
  // The address is a key to the file: nobody else is told of it.
  link.referrerPolicy = 'no-referrer';
  link.rel = 'noopener noreferrer';
  link.click();
  return fileName;
}
