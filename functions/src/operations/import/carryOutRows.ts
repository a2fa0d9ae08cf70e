import type { ImportPage } from '@latchkey/domain/import/rows';
import { keyHint } from '@latchkey/domain/key/fold';
import { atOnce } from '../jobs/atOnce.ts';
import { lookAtAssignment } from './assignmentRow.ts';
import { assignRow } from './assignRow.ts';
import { availablePool } from './availablePool.ts';
import type { ImportCatalog } from './catalog.ts';
import { readImportCatalog } from './catalog.ts';
import type { AssignmentCheck } from './checkAssignments.ts';
import type { BrokenRow } from './commitRows.ts';
import { commitRows, guarded, planRows } from './commitRows.ts';
import { planCustomer } from './customerRow.ts';
import { planLicense } from './licenseRow.ts';
import type { RowPlan, RowScope } from './plan.ts';

/** Assignments under way at once: each is two or three round trips. */
const AT_ONCE = 10;

/** Says what every row of a page would do; nothing is written. */
export async function checkRows(
  scope: RowScope,
  page: ImportPage,
  assignments: AssignmentCheck,
): Promise<(RowPlan | BrokenRow)[]> {
  const catalog = await catalogOf(scope, page);
  switch (page.subject) {
    case 'licenses':
      return planRows(scope, page.rows, async (of, row) =>
        notYet(row.key, await planLicense(of, row, catalog)),
      );
    case 'customers':
      return planRows(scope, page.rows, planCustomer);
    case 'assignments':
      return assignments.page(scope, page.rows, catalog);
  }
}

/** Does what every row says, each wholly or not at all. */
export async function applyRows(scope: RowScope, page: ImportPage): Promise<(RowPlan | BrokenRow)[]> {
  const catalog = await catalogOf(scope, page);
  switch (page.subject) {
    case 'licenses':
      return commitRows(scope, page.rows, (of, row) => planLicense(of, row, catalog));
    case 'customers':
      return commitRows(scope, page.rows, planCustomer);
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
