import { computed, onScopeDispose, shallowRef } from 'vue';
import { toProblem, type Problem } from '../../../firebase/errors.ts';
import { usePageReader } from '../../../firebase/usePageReader.ts';
import { useEnvironment } from '../../../session/environment.ts';
import type { LicenseFilter } from '../licenseFilter.ts';
import { licenseSearchQuery } from '../licenseQuery.ts';
import { useLicenseTotal } from '../useLicenseTotal.ts';
import { chooseSink } from './chooseSink.ts';
import { csvFormat } from './csvFormat.ts';
import type { ExportFormat, FormatName } from './exportFormat.ts';
import { fileName, knownTotal } from './exportWords.ts';
import { jsonFormat } from './jsonFormat.ts';
import { licensePages } from './licensePages.ts';
import type { Sink } from './sink.ts';
import { writeExport } from './writeExport.ts';

export type ExportState =
  | { readonly phase: 'choosing'; readonly cancelled: boolean }
  | { readonly phase: 'running'; readonly rows: number }
  | { readonly phase: 'done'; readonly rows: number; readonly name: string }
  | { readonly phase: 'failed'; readonly problem: Problem };

const FORMATS: Readonly<Record<FormatName, ExportFormat>> = { csv: csvFormat, json: jsonFormat };

/** Exports what the list's filter leaves; one export at a time, which ends with the surrounding component. */
export function useExport(filter: () => LicenseFilter) {
  const readPage = usePageReader();
  const environment = useEnvironment();
  const state = shallowRef<ExportState>({ phase: 'choosing', cancelled: false });
  const searching = computed(() => licenseSearchQuery(environment.current, filter()) !== null);
  const counted = useLicenseTotal(() =>
    searching.value ? null : { environment: environment.current, filter: filter() },
  );
  let running: AbortController | null = null;

  async function start(name: FormatName): Promise<void> {
    if (running !== null) return;
    const mine = new AbortController();
    running = mine;
    // The filter and the environment of the click, whatever is chosen meanwhile.
    const what = filter();
    const where = environment.current;
    const now = new Date();
    const format = FORMATS[name];
    const file = fileName(where, format.extension, now);
    let sink: Sink | null = null;
    try {
      sink = await chooseSink(file, format);
      if (sink === null) return;
      state.value = { phase: 'running', rows: 0 };
      const rows = await writeExport({
        pages: licensePages(readPage, where, what, mine.signal),
        format,
        sink,
        now,
        sortBy: licenseSearchQuery(where, what) === null ? null : what,
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
    counted.refresh();
  }
  onScopeDispose(cancel);
  return { state, total: computed(() => knownTotal(counted.total.value)), start, cancel, reset };
}
