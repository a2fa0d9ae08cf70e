import type { OrderBy } from '../../firebase/description.ts';
import type { Identified } from '../listPlan.ts';
import { comparePlaces, placeValues } from '../listQuery.ts';
import type { ExportFormat } from './exportFormat.ts';
import type { Sink } from './sink.ts';

/** Sorted rows are handed on in parts, so that no text holds them all. */
const AT_ONCE = 5_000;

interface Export<Row extends Identified> {
  readonly pages: AsyncIterable<readonly Row[]>;
  readonly format: ExportFormat<Row>;
  readonly sink: Sink;
  /** The states are those of this moment. */
  readonly now: Date;
  /** Set where the pages do not come in the order of the list: it is made before anything is written. */
  readonly sortBy: readonly OrderBy[] | null;
  /** Aborted = nothing is finished; fails with its reason. */
  readonly signal: AbortSignal;
  /** After every page: how many rows so far. */
  readonly progress: (rows: number) => void;
}

/** Writes the file; gives the number of rows. Only the text of the rows is ever kept, not the records. */
export async function writeExport<Row extends Identified>(plan: Export<Row>): Promise<number> {
  const { pages, format, sink, now, sortBy, signal, progress } = plan;
  const waiting: { readonly at: readonly unknown[]; readonly text: string }[] = [];
  let rows = 0;
  let written = 0;

  async function write(texts: readonly string[]): Promise<void> {
    signal.throwIfAborted();
    if (texts.length === 0) return;
    await sink.write((written === 0 ? '' : format.between) + texts.join(format.between));
    written += texts.length;
  }

  await sink.write(format.head);
  for await (const page of pages) {
    const text = (row: Row): string => format.row(row, now);
    if (sortBy === null) await write(page.map(text));
    else waiting.push(...page.map((row) => ({ at: placeValues(sortBy, row), text: text(row) })));
    rows += page.length;
    progress(rows);
  }
  if (sortBy !== null) {
    waiting.sort((a, b) => comparePlaces(sortBy, a.at, b.at));
    while (waiting.length > 0) await write(waiting.splice(0, AT_ONCE).map(({ text }) => text));
  }
  await sink.write(format.tail);
  signal.throwIfAborted();
  await sink.finish();
  return rows;
}
