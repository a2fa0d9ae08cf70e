import { computed, ref, shallowRef } from 'vue';
import type { ColumnMap, FixedCells } from '@latchkey/domain/import/matchColumns';
import { matchColumns, missingColumns, unusedHeaders } from '@latchkey/domain/import/matchColumns';
import type { ImportPreset } from '@latchkey/domain/import/presets/preset';
import { recognisePreset } from '@latchkey/domain/import/presets/presets';
import { translate } from '@latchkey/domain/import/presets/translate';
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
  /** The file as it is. */
  const raw = shallowRef<CsvTable | null>(null);
  /** The other system whose columns it has; null = they are matched by their headers. */
  const preset = shallowRef<ImportPreset | null>(null);
  const map = ref<ColumnMap>({});
  /** What stands in every row of columns that the file does not have. */
  const fixed = ref<FixedCells>({});
  /** Why the file as a whole cannot be read. */
  const unreadable = ref<string | null>(null);
  const leaveOut = ref(false);
  const sent = ref<number | null>(null);
  const problem = shallowRef<Problem | null>(null);

  const translated = computed(() =>
    raw.value === null || preset.value === null
      ? null
      : translate(preset.value, raw.value.headers, raw.value.rows),
  );
  /** The file as it is understood. */
  const table = computed<CsvTable | null>(() =>
    raw.value === null || translated.value === null
      ? raw.value
      : { ...raw.value, headers: translated.value.headers, rows: translated.value.rows },
  );
  const missing = computed(() =>
    table.value === null ? [] : missingColumns(subject.value, map.value, fixed.value),
  );
  const unused = computed(() => (table.value === null ? [] : unusedHeaders(table.value.headers, map.value)));
  const read = computed(() =>
    table.value === null || missing.value.length > 0
      ? null
      : readRows(subject.value, table.value, map.value, timeZone.value, {
          fixed: fixed.value,
          refused: translated.value?.refused ?? [],
        }),
  );
  const ready = computed(
    () => read.value !== null && read.value.good.length > 0 && (read.value.bad === 0 || leaveOut.value),
  );

  function forget(): void {
    raw.value = null;
    preset.value = null;
    unreadable.value = null;
    problem.value = null;
    leaveOut.value = false;
    fixed.value = {};
    name.value = '';
  }
  function chooseSubject(next: ImportSubject): void {
    subject.value = next;
    if (raw.value !== null) choosePreset(recognisePreset(next, raw.value.headers));
  }
  function choosePreset(next: ImportPreset | null): void {
    preset.value = next;
    map.value = translated.value?.map ?? matchColumns(subject.value, raw.value?.headers ?? []);
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
    raw.value = parsed.table;
    choosePreset(recognisePreset(subject.value, parsed.table.headers));
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
    preset,
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
    choosePreset,
    chooseFile,
    mapColumn,
    fix,
    send,
  };
}

export type ImportFile = ReturnType<typeof useImportFile>;
