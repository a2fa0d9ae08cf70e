import type { ImportPage } from '@latchkey/domain/import/rows';
import { keyHint } from '@latchkey/domain/key/fold';
import { withRetry } from '../../firestore/optimistic.ts';
import { UnavailableError } from '../../firestore/store.ts';
import { atOnce } from '../jobs/atOnce.ts';
import { lookAtAssignment } from './assignmentRow.ts';
import { assignRow } from './assignRow.ts';
import { availablePool } from './availablePool.ts';
import type { ImportCatalog } from './catalog.ts';
import { readImportCatalog } from './catalog.ts';
import type { AssignmentCheck } from './checkAssignments.ts';
import { planCustomer } from './customerRow.ts';
import { planLicense } from './licenseRow.ts';
import type { RowPlan, RowScope } from './plan.ts';

/** Rows under way at once: each is two or three round trips. */
const AT_ONCE = 10;

export interface BrokenRow {
  readonly error: unknown;
}

/** Says what every row of a page would do; nothing is written. */
export async function checkRows(
  scope: RowScope,
  page: ImportPage,
  assignments: AssignmentCheck,
): Promise<(RowPlan | BrokenRow)[]> {
  const catalog = await catalogOf(scope, page);
  switch (page.subject) {
    case 'licenses':
      return atOnce(page.rows, AT_ONCE, (row) =>
        guarded(async () => notYet(row.key, await planLicense(scope, row, catalog))),
      );
    case 'customers':
      return atOnce(page.rows, AT_ONCE, (row) => guarded(() => planCustomer(scope, row)));
    case 'assignments':
      return assignments.page(scope, page.rows, catalog);
  }
}

/** Does what every row says, each in one commit, or nothing of the row. */
export async function applyRows(scope: RowScope, page: ImportPage): Promise<(RowPlan | BrokenRow)[]> {
  const catalog = await catalogOf(scope, page);
  switch (page.subject) {
    case 'licenses':
      return atOnce(page.rows, AT_ONCE, (row) => {
        return guarded(() => commit(scope, row.line, () => planLicense(scope, row, catalog)));
      });
    case 'customers':
      return atOnce(page.rows, AT_ONCE, (row) => {
        return guarded(() => commit(scope, row.line, () => planCustomer(scope, row)));
      });
    case 'assignments': {
      const pool = availablePool(scope.call, scope.environment);
      return atOnce(page.rows, AT_ONCE, (row) => {
        return guarded(async () => assignRow(scope, await lookAtAssignment(scope, row, catalog), pool));
      });
    }
  }
}

/** A license that is not made yet has no page, and no key but one that the row brings. */
function notYet(key: string | undefined, plan: RowPlan): RowPlan {
  if (plan.writes.length === 0) return plan;
  return { ...plan, licenseId: null, keyHint: key === undefined ? null : keyHint(key) };
}

function catalogOf({ call, environment }: RowScope, page: ImportPage): Promise<ImportCatalog> {
  const rows = page.subject === 'customers' ? [] : page.rows;
  return readImportCatalog(call.store, environment, rows, page.subject === 'licenses');
}

/** Looked at again and again until what was seen still holds at the commit. */
function commit(scope: RowScope, line: number, plan: () => Promise<RowPlan>): Promise<RowPlan> {
  return withRetry(`${scope.jobId ?? ''}:${line}`, async () => {
    const planned = await plan();
    if (planned.writes.length > 0) await scope.call.store.commit(planned.writes);
    return planned;
  });
}

/** A row that breaks on our side does not keep the others; an outage is no matter of one row. */
async function guarded(work: () => Promise<RowPlan>): Promise<RowPlan | BrokenRow> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnavailableError) throw error;
    return { error };
  }
}
