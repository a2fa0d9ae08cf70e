import { ProblemError } from '../../firebase/errors.ts';

export interface Sending {
  /** Bytes that have left so far. */
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Puts a file where the server opened a place for it. Not by fetch, which does not tell how far it is.
 * @throws ProblemError UPLOAD_CANCELLED or UPLOAD_FAILED; what had arrived is worthless then
 */
export function sendFile(address: string, file: Blob, { onProgress, signal }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    const fail = (): void =>
      reject(
        problem('UPLOAD_FAILED', 'The upload broke off. Nothing is lost but what was sent; try again.', true),
      );
    const cancelled = (): void => reject(problem('UPLOAD_CANCELLED', 'The upload was cancelled.', false));
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(loaded, file.size));
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : fail());
    request.onerror = fail;
    request.onabort = cancelled;
    request.onloadend = () => signal.removeEventListener('abort', stop);
    signal.addEventListener('abort', stop);
    request.open('PUT', address);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    if (signal.aborted) cancelled();
    else request.send(file);
  });
}

/** What fits into memory without anybody noticing; the server measures every file in any case. */
const MEASURED_HERE = 64 * 1024 ** 2;

/** SHA-256 of a file that is not too large, in hex: the server compares what arrived with it. */
export async function checksumOf(file: Blob): Promise<string | null> {
  if (file.size > MEASURED_HERE) return null;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function problem(code: string, sentence: string, retryable: boolean): ProblemError {
  return new ProblemError({ code, sentence, retryable });
}
