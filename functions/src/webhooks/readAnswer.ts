import type { IncomingMessage } from 'node:http';

/** More of an answer is not even read. */
const MOST_READ = 64 * 1024;
/** So much of it is kept. */
const MOST_KEPT = 10 * 1024;
const MOST_HEADERS = 40;
const LONGEST_HEADER = 500;

export interface ReadAnswer {
  readonly status: number | null;
  readonly headers: Record<string, string>;
  readonly text: string;
  /** Whether there was more than `text`. */
  readonly cut: boolean;
}

/** Reads an answer as far as it is worth anything; its state counts, however long it is. */
export async function readAnswer(response: IncomingMessage): Promise<ReadAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (size > MOST_READ) break;
  }
  const kept = Buffer.concat(chunks).subarray(0, MOST_KEPT);
  return {
    status: response.statusCode ?? null,
    headers: headersOf(response),
    text: kept.toString('utf8').replaceAll('\0', ''),
    cut: size > MOST_KEPT,
  };
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const lines = Object.entries(headers).slice(0, MOST_HEADERS);
  return Object.fromEntries(
    lines.map(([name, value]) => [
      name.slice(0, 100),
      (Array.isArray(value) ? value.join(', ') : (value ?? '')).slice(0, LONGEST_HEADER),
    ]),
  );
}
