import { computed, ref, shallowRef } from 'vue';
import type { ColumnMap, FixedCells } from '@latchkey/domain/import/matchColumns';
import { matchColumns, missingColumns, unusedHeaders } from '@latchkey/domain/import/matchColumns';
import type { ImportSubject } from '@latchkey/domain/import/subjects';
import { MAX_IMPORT_BYTES } from '@latchkey/domain/import/subjects';
import { toProblem, type Problem } from '../firebase/errors.ts';
import { useEnvironment } from '../session/environment.ts';
import { useDisplayPreferences } from '../ui/display.ts';
import { parseCsv, type CsvTable } from './parseCsv.ts';
import { readRows } from './readRows.ts';
import { sendFile } from './sendFile.ts';

/** A file on its way: chosen, its columns matched, its rows understood, sent to be checked. */
export function useImportFile() {
  const environment = useEnvironment();
  const { timeZone } = useDisplayPreferences();
  const subject = ref<ImportSubject>('licenses');
  const name = ref('');
  const table = shallowRef<CsvTable | null>(null);
  const map = ref<ColumnMap>({});
  /** What stands in every row of columns that the file does not have. */
  const fixed = ref<FixedCells>({});
  /** Why the file as a whole cannot be read. */
  const unreadable = ref<string | null>(null);
  const leaveOut = ref(false);
  const sent = ref<number | null>(null);
  const problem = shallowRef<Problem | null>(null);

  const missing = computed(() =>
    table.value === null ? [] : missingColumns(subject.value, map.value, fixed.value),
  );
  const unused = computed(() => (table.value === null ? [] : unusedHeaders(table.value.headers, map.value)));
  const read = computed(() =>
    table.value === null || missing.value.length > 0
      ? null
      : readRows(subject.value, table.value, map.value, timeZone.value, fixed.value),
  );
  const ready = computed(
    () => read.value !== null && read.value.good.length > 0 && (read.value.bad === 0 || leaveOut.value),
  );

  function forget(): void {
    table.value = null;
    unreadable.value = null;
    problem.value = null;
    leaveOut.value = false;
    fixed.value = {};
    name.value = '';
  }
  function chooseSubject(next: ImportSubject): void {
    subject.value = next;
    if (table.value !== null) map.value = matchColumns(next, table.value.headers);
  }
  async function chooseFile(file: File): Promise<void> {
    forget();
    name.value = file.name;
    // One byte more tells that it is too large; the rest of it is never read.
    const bytes = new Uint8Array(await file.slice(0, MAX_IMPORT_BYTES + 1).arrayBuffer());
    const parsed = parseCsv(bytes);
    if (!parsed.ok) {
      unreadable.value = parsed.sentence;
      return;
    }
    table.value = parsed.table;
    map.value = matchColumns(subject.value, parsed.table.headers);
  }
  /** A column of the file stands for one of ours only. */
  function mapColumn(column: string, header: number | null): void {
    const others = Object.entries(map.value).map(([key, at]) => [key, at === header ? null : at] as const);
    map.value = { ...Object.fromEntries(others), [column]: header };
  }
  function fix(column: string, text: string): void {
    fixed.value = { ...fixed.value, [column]: text };
  }
  /** Sends the rows; the id of the check's job, or null when it failed. */
  async function send(): Promise<string | null> {
    if (read.value === null || sent.value !== null) return null;
    sent.value = 0;
    problem.value = null;
    const file = { environment: environment.current, subject: subject.value, fileName: name.value };
    try {
      return await sendFile({ ...file, rows: read.value.good }, (rows) => (sent.value = rows));
    } catch (cause) {
      problem.value = toProblem(cause);
      return null;
    } finally {
      sent.value = null;
    }
  }
  return {
    subject,
    name,
    table,
    map,
    fixed,
    unreadable,
    leaveOut,
    sent,
    problem,
    missing,
    unused,
    read,
    ready,
    forget,
    chooseSubject,
    chooseFile,
    mapColumn,
    fix,
    send,
  };
}

export type ImportFile = ReturnType<typeof useImportFile>;
