import { deedSentence } from '@latchkey/domain/import/deeds';
import type { ImportPage } from '@latchkey/domain/import/rows';
import type { ImportWork } from '@latchkey/domain/job/importWork';
import type { JobRow } from '@latchkey/domain/job/job';
import { jobPagePath } from '../../firestore/collections.ts';
import { applyRows, checkRows } from '../import/carryOutRows.ts';
import type { AssignmentCheck } from '../import/checkAssignments.ts';
import { assignmentCheck } from '../import/checkAssignments.ts';
import { readImportCatalog } from '../import/catalog.ts';
import type { BrokenRow } from '../import/commitRows.ts';
import type { RowPlan } from '../import/plan.ts';
import type { JobKindRunner, JobStep } from './kind.ts';
import { rowsOf } from './rows.ts';

/** Input of a page of an import in earnest: which page of the check it carries out. */
interface CheckedPage {
  readonly of: number;
  readonly count: number;
}

/** A CSV file: its check says what each row would do, and the import in earnest does it on the same rows. */
export function importFile(work: ImportWork): JobKindRunner {
  return work.mode === 'check' ? check(work) : apply(work);
}

const FORGOTTEN =
  'The rows of the dry run are no longer kept, so the import was stopped. Choose the file again; what was ' +
  'imported stays and is not made twice.';

function check(work: ImportWork): JobKindRunner {
  const assignments = { check: assignmentCheck(), pages: 0 };
  return {
    begin: () => Promise.resolve({ ok: true, total: work.rows }),
    // The pages were sent before the job was put down.
    nextPage: () => Promise.resolve({ ok: true, input: null, cursor: null, last: true }),
    async carryOut(step, input) {
      const { call, job } = step;
      const page = input as ImportPage;
      const scope = { call, environment: job.environment, jobId: null };
      if (page.subject === 'assignments') await catchUp(step, assignments);
      const plans = await checkRows(scope, page, assignments.check);
      assignments.pages = job.page + 1;
      return reportOf(step, work, page, plans);
    },
    sizeOf: (input) => (input as ImportPage).count,
  };
}

/** A check that goes on after a crash counts the rows before once more: it has to know what they take. */
async function catchUp(
  { call, job }: JobStep,
  assignments: { check: AssignmentCheck; pages: number },
): Promise<void> {
  if (assignments.pages === job.page) return;
  assignments.check = assignmentCheck();
  const scope = { call, environment: job.environment, jobId: null };
  for (let page = 0; page < job.page; page++) {
    const [stored] = await call.store.getAll<ImportPage>([jobPagePath(job.environment, job.id, page)]);
    if (stored?.data?.subject !== 'assignments') throw new Error('A page of the file is gone');
    const { rows } = stored.data;
    const catalog = await readImportCatalog(call.store, job.environment, rows, false);
    await assignments.check.page(scope, rows, catalog);
  }
}

function apply(work: ImportWork): JobKindRunner {
  const pageOf = async ({ call, job }: JobStep, page: number, fields?: readonly string[]) => {
    const path = jobPagePath(job.environment, work.checkId ?? '', page);
    const [stored] = await call.store.getAll<ImportPage>([path], fields);
    return stored?.data;
  };
  return {
    begin: () => Promise.resolve({ ok: true, total: work.rows }),
    async nextPage(step, cursor, rowsBefore) {
      const of = Number(cursor ?? 0);
      const page = await pageOf(step, of, ['count']);
      if (!page && rowsBefore < work.rows) return { ok: false, problem: FORGOTTEN };
      if (!page) return { ok: true, input: null, cursor, last: true };
      const input: CheckedPage = { of, count: page.count };
      return { ok: true, input, cursor: String(of + 1), last: false };
    },
    async carryOut(step, input) {
      const { job } = step;
      const page = await pageOf(step, (input as CheckedPage).of);
      if (!page) throw new Error('A page of the file is gone');
      const call = { ...step.call, ...(!work.mails && { quiet: true }) };
      const plans = await applyRows({ call, environment: job.environment, jobId: job.id }, page);
      return reportOf(step, work, page, plans);
    },
    sizeOf: (input) => (input as CheckedPage).count,
  };
}

function reportOf(
  { report }: JobStep,
  { mode }: ImportWork,
  page: ImportPage,
  plans: readonly (RowPlan | BrokenRow)[],
): JobRow[] {
  const rows = rowsOf(
    plans.map((plan) =>
      'error' in plan ? { licenseId: null, keyHint: null, outcome: { ...plan, report } } : plan,
    ),
  );
  return rows.map((row, at) => {
    const plan = plans[at];
    const line = page.rows[at]?.line ?? 0;
    if (!plan || 'error' in plan || !plan.outcome.ok) return { ...row, line };
    return { ...row, line, code: plan.outcome.deed, sentence: deedSentence(plan.outcome, mode) };
  });
}
