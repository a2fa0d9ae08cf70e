import { refuse } from '@latchkey/domain/license/refusals';
import type { License } from '@latchkey/domain/license/license';
import { auditPath } from '../../firestore/collections.ts';
import { commandLicense } from '../commandLicense.ts';
import type { AssignmentLook, Target } from './assignmentRow.ts';
import { assigned, eventOf, noneAvailable, settledBy } from './assignmentRow.ts';
import type { AvailablePool } from './availablePool.ts';
import type { RowPlan, RowScope } from './plan.ts';
import { refused } from './plan.ts';

/** Taken by somebody else, or not to be had: the next one may be. */
const TRY_NEXT: readonly string[] = ['CANNOT_ASSIGN', 'EXPIRY_PASSED', 'NOT_FOUND'];

/** Assigns the license that a row means, by the same operation as a click, in one commit and once. */
export async function assignRow(
  scope: RowScope,
  look: AssignmentLook,
  pool: AvailablePool,
): Promise<RowPlan> {
  const { state, row } = look;
  if ('settled' in state) return state.settled;
  const { target, newCustomer } = state;
  if (target.by === 'key') return assignOne(scope, look, target, target.licenseId, newCustomer);
  for (;;) {
    const licenseId = await pool.take(target.product.id);
    if (licenseId === null) return refused(noneAvailable(), row.key);
    const plan = await assignOne(scope, look, target, licenseId, newCustomer);
    if (plan.outcome.ok || !TRY_NEXT.includes(plan.outcome.code)) return plan;
  }
}

async function assignOne(
  scope: RowScope,
  { row }: AssignmentLook,
  target: Target,
  licenseId: string,
  newCustomer: boolean,
): Promise<RowPlan> {
  const { call, environment } = scope;
  const eventId = target.eventId ?? call.newId();
  const customer = { email: row.email, name: row.name ?? null };
  let seen: License | null = null;
  const look = (license: License) => {
    seen = license;
    return license.status === 'available'
      ? null
      : refuse('CANNOT_ASSIGN', 'The license was assigned to somebody else meanwhile.');
  };
  const outcome = await commandLicense(
    call,
    environment,
    licenseId,
    { type: 'assign', customer },
    { eventId, look },
  );
  if (!outcome.ok) return refused(outcome, row.key);
  // Another import may have carried out the row while this one was at it.
  const [event] = await call.store.getAll<never>([auditPath(environment, eventId)]);
  const done = eventOf(event);
  if (!done || done.requestId !== call.requestId) {
    if (!done) throw new Error('An assignment has no event');
    return settledBy(done, scope, row, target);
  }
  const license = { id: done.licenseId ?? licenseId, keyHint: done.keyHint ?? '' };
  const name = target.by === 'product' ? target.product.name : productOf(seen);
  return assigned(license, name, newCustomer);
}

function productOf(license: License | null): string | undefined {
  return license?.productName;
}
