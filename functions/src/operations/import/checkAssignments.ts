import type { AssignmentImportRow } from '@latchkey/domain/wire/console/importRows';
import { atOnce } from '../jobs/atOnce.ts';
import type { AssignmentLook } from './assignmentRow.ts';
import { lookAtAssignment, noneAvailable } from './assignmentRow.ts';
import { countAvailable } from './availablePool.ts';
import type { ImportCatalog } from './catalog.ts';
import type { RowPlan, RowScope } from './plan.ts';
import { refused } from './plan.ts';

const AT_ONCE = 10;

/** How many licenses of each product the rows so far would take. */
export type Needed = Map<string, number>;

/** Counts, over all pages of a check, what each product has and what the rows before needed. */
export interface AssignmentCheck {
  page(scope: RowScope, rows: readonly AssignmentImportRow[], catalog: ImportCatalog): Promise<RowPlan[]>;
}

/**
 * The check of assignments: a row that takes the next available license is refused where those before it take
 * them all. Rows are looked at many at once and then counted in the order of the file.
 */
export function assignmentCheck(): AssignmentCheck {
  const needed: Needed = new Map();
  const available = new Map<string, number>();
  return {
    async page(scope, rows, catalog) {
      const looks = await atOnce(rows, AT_ONCE, (row) => lookAtAssignment(scope, row, catalog));
      const products = new Set(looks.flatMap((look) => productOf(look) ?? []));
      const unknown = [...products].filter((id) => !available.has(id));
      const counts = await atOnce(unknown, AT_ONCE, (id) =>
        countAvailable(scope.call, scope.environment, id),
      );
      unknown.forEach((id, at) => available.set(id, counts[at] ?? 0));
      return looks.map((look) => settle(look, needed, available));
    },
  };
}

function productOf({ state }: AssignmentLook): string | undefined {
  return 'target' in state && state.target.by === 'product' ? state.target.product.id : undefined;
}

function settle(
  { state, row }: AssignmentLook,
  needed: Needed,
  available: ReadonlyMap<string, number>,
): RowPlan {
  if ('settled' in state) return state.settled;
  const { target, newCustomer } = state;
  if (target.by === 'key') throw new Error('A check settles what has a key at once');
  const { id, name } = target.product;
  const before = needed.get(id) ?? 0;
  if (before >= (available.get(id) ?? 0)) return refused(noneAvailable(), row.key);
  needed.set(id, before + 1);
  const outcome = { ok: true, deed: 'ASSIGN_LICENSE', newCustomer, product: name } as const;
  return { outcome, licenseId: null, keyHint: null, writes: [] };
}
