import { customerName } from '@latchkey/domain/customer/customer';
import { refuseRow } from '@latchkey/domain/import/refusals';
import type { CustomerImportRow } from '@latchkey/domain/wire/console/importRows';
import { auditPath } from '../../firestore/collections.ts';
import { customerPathsFor, resolveCustomer } from '../customers.ts';
import type { RowPlan, RowScope } from './plan.ts';
import { refused, rowEventId } from './plan.ts';

const CREATED = { ok: true, deed: 'CREATE_CUSTOMER' } as const;

/** A customer who is not there is created; one who is there under the same name, or any where none is given, is so already. */
export async function planCustomer(
  { call, environment, jobId }: RowScope,
  row: CustomerImportRow,
): Promise<RowPlan> {
  const named = { email: row.email, name: row.name ?? null };
  const paths = customerPathsFor(call, environment, named);
  const eventId = jobId === null ? undefined : rowEventId(jobId, row.line);
  const eventPaths = eventId === undefined ? [] : [auditPath(environment, eventId)];
  const snapshots = await call.store.getAll<never>([...paths, ...eventPaths]);
  const known = snapshots.slice(0, paths.length);
  const { ref, writes } = resolveCustomer(call, environment, named, known, eventId);
  const nothing = { licenseId: null, keyHint: null, writes: [] };
  if (snapshots[paths.length]?.data !== undefined) return { ...nothing, outcome: CREATED };
  if (writes.length > 0) return { ...nothing, outcome: CREATED, writes };
  const asked = customerName(named.name);
  if (asked === null || asked === ref.name) return { ...nothing, outcome: { ok: true, deed: 'ALREADY_SO' } };
  return refused(
    refuseRow(
      'CUSTOMER_DIFFERS',
      'There is a customer with this e-mail address under another name. An import renames nobody; do it by ' +
        'hand, or leave the name empty.',
    ),
  );
}
