import Papa from 'papaparse';
import { MAX_IMPORT_BYTES, MAX_IMPORT_ROWS } from '@latchkey/domain/import/subjects';
import { decodeText } from './decodeText.ts';

/** A file as a table: its headers, and its rows with the line of the file that each begins on. */
export interface CsvTable {
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
  /** What parts its cells, in a word. */
  readonly separator: string;
}

export interface CsvRow {
  /** From 1; the header is usually line 1. Quoted cells may span lines. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvRead =
  { readonly ok: true; readonly table: CsvTable } | { readonly ok: false; readonly sentence: string };

const SEPARATORS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** Reads a CSV file as spreadsheets write it: comma, semicolon or tab, quotes after RFC 4180, any line ends. */
export function parseCsv(bytes: Uint8Array): CsvRead {
  if (bytes.length === 0) return refuse('The file is empty.');
  if (bytes.length > MAX_IMPORT_BYTES) {
    const most = MAX_IMPORT_BYTES / 1024 / 1024;
    return refuse(
      `The file is larger than ${most} MB. Split it into several files and import one after the other.`,
    );
  }
  const text = decodeText(bytes);
  if (text === null || text.includes('\0')) {
    return refuse(
      'The file is no text in UTF-8. In a spreadsheet, save it as "CSV UTF-8" and choose it again.',
    );
  }
  return parseText(text);
}

function parseText(text: string): CsvRead {
  const lines: { line: number; cells: string[] }[] = [];
  const at = { line: 1, cursor: 0 };
  const state: { unclosed: number | null; tooMany: boolean; separator: string } = {
    unclosed: null,
    tooMany: false,
    separator: ',',
  };
  Papa.parse<string[]>(text, {
    delimiter: separatorOf(text),
    step({ data, errors, meta }, parser) {
      state.separator = meta.delimiter;
      if (errors.some(({ type }) => type === 'Quotes')) {
        state.unclosed = at.line;
        parser.abort();
        return;
      }
      if (data.some((cell) => cell.trim() !== '')) lines.push({ line: at.line, cells: data });
      at.line += lineEnds(text.slice(at.cursor, meta.cursor));
      at.cursor = meta.cursor;
      // One more than may be, and the header.
      if (lines.length > MAX_IMPORT_ROWS + 1) {
        state.tooMany = true;
        parser.abort();
      }
    },
  });
  if (state.unclosed !== null) {
    return refuse(
      `A quote in the row that begins on line ${state.unclosed} is not closed. Mend the file and choose it again.`,
    );
  }
  if (state.tooMany) {
    const most = MAX_IMPORT_ROWS.toLocaleString('en');
    return refuse(`The file has more than ${most} rows. Split it and import one part after the other.`);
  }
  const [head, ...rows] = lines;
  if (!head) return refuse('The file is empty.');
  if (rows.length === 0) return refuse('The file has a header but no rows below it.');
  const separator = SEPARATORS[state.separator] ?? 'comma';
  return { ok: true, table: { headers: head.cells.map((cell) => cell.trim()), rows, separator } };
}

/** What parts the cells of the header: whichever stands there most often outside of quotes. */
function separatorOf(text: string): string {
  const [header = ''] = text
    .trimStart()
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1);
  const counts = Object.keys(SEPARATORS).map((one) => [one, header.split(one).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function refuse(sentence: string): CsvRead {
  return { ok: false, sentence };
}
