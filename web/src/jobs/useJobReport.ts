import { computed, ref, shallowRef } from 'vue';
import type { Environment } from '@latchkey/domain/environment';
import type { JobReport, JobRow } from '@latchkey/domain/job/job';
import { toProblem } from '../firebase/errors.ts';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { usePageReader } from '../firebase/usePageReader.ts';
import { csvFormat } from '../lists/export/csvFormat.ts';
import type { ExportColumn } from '../lists/export/exportFormat.ts';
import { saveFile } from '../ui/saveFile.ts';
import { useToast } from '../ui/toast.ts';
import { readReport, reportQuery } from './jobQuery.ts';

/** A row of a report with a name of its own. */
export interface ReportRow extends JobRow {
  readonly id: string;
}

/** Pages of a report shown at first, and added by "Show more". */
const STEP = 4;
/** More rows than these are for the file. */
const MOST = 40;
/** As many as the rules let anybody read at once. */
const AT_ONCE = 500;
const COLUMNS: readonly ExportColumn<JobRow>[] = [
  { title: 'licenseId', value: ({ licenseId }) => licenseId },
  { title: 'keyHint', value: ({ keyHint }) => keyHint },
  { title: 'outcome', value: ({ outcome }) => outcome },
  { title: 'code', value: ({ code }) => code },
  { title: 'reason', value: ({ sentence }) => sentence },
];

/** Only the rows of files have lines. */
const LINE: ExportColumn<JobRow> = { title: 'line', value: ({ line }) => line ?? null };

/** What came of each row of a job, live as it goes on; all rows or only those refused. */
export function useJobReport(environment: () => Environment, jobId: () => string, ofFile: () => boolean) {
  const readPage = usePageReader();
  const toast = useToast();
  const refused = ref(false);
  const pages = ref(STEP);
  const saving = shallowRef(false);

  const live = useLiveQuery<JobReport>(
    () => reportQuery(environment(), jobId(), { refused: refused.value, limit: pages.value + 1 }),
    readReport,
  );
  const rows = computed<readonly ReportRow[]>(() =>
    live.data.value.slice(0, pages.value).flatMap((report) => rowsOf(report, refused.value)),
  );

  /** The whole report as a CSV file, read page by page. */
  async function download(): Promise<void> {
    saving.value = true;
    const format = csvFormat(ofFile() ? [LINE, ...COLUMNS] : COLUMNS);
    const parts: string[] = [format.head];
    try {
      let after: number | undefined;
      for (;;) {
        const query = reportQuery(environment(), jobId(), {
          refused: refused.value,
          limit: AT_ONCE,
          ...(after !== undefined && { after }),
        });
        const found = (await readPage(query)).map(({ id, data }) => readReport(id, data));
        const now = new Date();
        parts.push(
          ...found.flatMap((report) => rowsOf(report, refused.value)).map((row) => format.row(row, now)),
        );
        after = found.at(-1)?.page;
        if (found.length < AT_ONCE) break;
      }
      saveFile(`job-${jobId()}.csv`, new Blob(parts, { type: format.mime }));
    } catch (cause) {
      const { sentence, code } = toProblem(cause);
      toast.show(`Nothing was saved. ${sentence} (${code})`, { tone: 'error' });
    } finally {
      saving.value = false;
    }
  }

  return {
    live,
    rows,
    refused,
    saving,
    /** There are rows that are not shown; beyond 2,000 only the file has them. */
    hasMore: computed(() => live.data.value.length > pages.value),
    canShowMore: computed(() => pages.value < MOST),
    showMore: () => (pages.value += STEP),
    download,
  };
}

function rowsOf({ page, rows }: JobReport, refused: boolean): ReportRow[] {
  return rows
    .map((row, at) => ({ ...row, id: `${page}-${at}` }))
    .filter(({ outcome }) => !refused || outcome === 'refused');
}
