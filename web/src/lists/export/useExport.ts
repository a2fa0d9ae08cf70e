import { onScopeDispose, shallowRef } from 'vue';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { usePageReader } from '../../firebase/usePageReader.ts';
import { useEnvironment } from '../../session/environment.ts';
import type { Identified } from '../listPlan.ts';
import { chooseSink } from './chooseSink.ts';
import { csvFormat } from './csvFormat.ts';
import type { ExportColumn, FormatName } from './exportFormat.ts';
import type { ExportList } from './exportList.ts';
import { fileName } from './exportWords.ts';
import { jsonFormat } from './jsonFormat.ts';
import { rowPages } from './rowPages.ts';
import type { Sink } from './sink.ts';
import { writeExport } from './writeExport.ts';

export type ExportState =
  | { readonly phase: 'choosing'; readonly cancelled: boolean }
  | { readonly phase: 'running'; readonly rows: number }
  | { readonly phase: 'done'; readonly rows: number; readonly name: string }
  | { readonly phase: 'failed'; readonly problem: Problem };

const FORMATS = { csv: csvFormat, json: jsonFormat } as const;

/** Exports what the list's filter leaves; one export at a time, which ends with the surrounding component. */
export function useExport<Row extends Identified>(
  list: () => ExportList<Row>,
  columns: () => readonly ExportColumn<Row>[],
) {
  const readPage = usePageReader();
  const environment = useEnvironment();
  const state = shallowRef<ExportState>({ phase: 'choosing', cancelled: false });
  let running: AbortController | null = null;

  async function start(name: FormatName): Promise<void> {
    if (running !== null) return;
    const mine = new AbortController();
    running = mine;
    // What the list is at the click, whatever is chosen meanwhile.
    const { picked } = list();
    const source = list().source();
    const now = new Date();
    const format = FORMATS[name](columns());
    const file = fileName(list().noun, environment.current, format.extension, now);
    let sink: Sink | null = null;
    try {
      sink = await chooseSink(file, format);
      if (sink === null) return;
      state.value = { phase: 'running', rows: 0 };
      const rows = await writeExport({
        pages: picked === undefined ? rowPages(readPage, source, mine.signal) : once(picked),
        format,
        sink,
        now,
        sortBy: source.search === null && picked === undefined ? null : source.query.orderBy,
        signal: mine.signal,
        progress: (rows) => (state.value = { phase: 'running', rows }),
      });
      state.value = { phase: 'done', rows, name: sink.name };
    } catch (cause) {
      // What went wrong first is what the person is told.
      await sink?.discard().catch(() => undefined);
      state.value = mine.signal.aborted
        ? { phase: 'choosing', cancelled: true }
        : { phase: 'failed', problem: toProblem(cause) };
    } finally {
      running = null;
    }
  }

  function cancel(): void {
    running?.abort();
  }
  function reset(): void {
    state.value = { phase: 'choosing', cancelled: false };
  }
  onScopeDispose(cancel);
  return { state, start, cancel, reset };
}

async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[], void, undefined> {
  yield rows;
}
