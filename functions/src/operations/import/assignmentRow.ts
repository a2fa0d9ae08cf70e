import type { AuditEvent } from '@latchkey/domain/audit/event';
import { foldEmail } from '@latchkey/domain/customer/customer';
import type { ImportRefusal } from '@latchkey/domain/import/refusals';
import { refuseRow } from '@latchkey/domain/import/refusals';
import { foldKey } from '@latchkey/domain/key/fold';
import type { License } from '@latchkey/domain/license/license';
import { decideCommand } from '@latchkey/domain/license/transitions';
import type { AssignmentImportRow } from '@latchkey/domain/wire/console/importRows';
import { auditPath, licenseKeyPath } from '../../firestore/collections.ts';
import type { Snapshot } from '../../firestore/store.ts';
import { customerPathsFor, resolveCustomer } from '../customers.ts';
import type { KeyEntry } from '../findLicense.ts';
import { readStanding } from '../standing.ts';
import type { FoundProduct, ImportCatalog } from './catalog.ts';
import type { RowPlan, RowScope } from './plan.ts';
import { refused, rowEventId } from './plan.ts';

/** A row of assignments with what it stands for. */
export type Target =
  | { readonly by: 'key'; readonly licenseId: string; readonly eventId: string | null }
  | { readonly by: 'product'; readonly product: FoundProduct; readonly eventId: string };

export interface AssignmentLook {
  readonly row: AssignmentImportRow;
  /** Either the row is settled, or it is to be assigned. */
  readonly state: { readonly settled: RowPlan } | { readonly target: Target; readonly newCustomer: boolean };
}

/**
 * Looks at one row: what it means, and whether it was done before. Where it takes the next available license, the
 * event of the assignment has an id made of product and reference: that is what makes it happen once, whatever
 * file and whichever import it comes with.
 */
export async function lookAtAssignment(
  scope: RowScope,
  row: AssignmentImportRow,
  catalog: ImportCatalog,
): Promise<AssignmentLook> {
  const target = await targetOf(scope, row, catalog);
  if ('outcome' in target) return { row, state: { settled: target } };
  const { call, environment, jobId } = scope;
  const named = { email: row.email, name: row.name ?? null };
  const events = target.eventId === null ? [] : [auditPath(environment, target.eventId)];
  const others = [...customerPathsFor(call, environment, named), ...events];
  const read =
    target.by === 'key' ? await readStanding(call.store, environment, target.licenseId, others) : null;
  if (target.by === 'key' && !read) return { row, state: { settled: refused(noSuchKey(), row.key) } };
  const snapshots = read?.others ?? (await call.store.getAll<never>(others));
  const event = events.length === 0 ? undefined : eventOf(snapshots.at(-1));
  if (event) return { row, state: { settled: settledBy(event, scope, row, target) } };

  const customer = resolveCustomer(call, environment, named, snapshots);
  const newCustomer = customer.writes.length > 0;
  if (!read) return { row, state: { target, newCustomer } };
  const { license, standing } = read;
  const { record } = license;
  if (record.keyCaseSensitive && record.key !== row.key) {
    return { row, state: { settled: refused(noSuchKey(), row.key) } };
  }
  if (record.customerId === customer.ref.id) return { row, state: { settled: alreadySo(record) } };
  const decision = decideCommand(standing, { type: 'assign', customer: customer.ref }, call.actor, call.now);
  if (!decision.ok) return { row, state: { settled: refused(decision, row.key) } };
  return {
    row,
    state:
      jobId === null
        ? { settled: assigned(record, record.productName, newCustomer) }
        : { target, newCustomer },
  };
}

async function targetOf(
  { call, environment, jobId }: RowScope,
  row: AssignmentImportRow,
  catalog: ImportCatalog,
): Promise<Target | RowPlan> {
  if (row.key === undefined) {
    const product = catalog.product(row.product ?? '');
    if (!product.ok) return refused(product);
    const eventId = call.derivedId(`import:assignment:${environment}:${product.id}:${row.reference ?? ''}`);
    return { by: 'product', product, eventId };
  }
  const [entry] = await call.store.getAll<KeyEntry>([
    licenseKeyPath(environment, call.keyHash(foldKey(row.key))),
  ]);
  if (!entry?.data) return refused(noSuchKey(), row.key);
  const eventId = jobId === null ? null : rowEventId(jobId, row.line);
  return { by: 'key', licenseId: entry.data.licenseId, eventId };
}

/** What an earlier assignment of this row makes of it. */
export function settledBy(
  event: AuditEvent,
  { call }: RowScope,
  row: AssignmentImportRow,
  target: Target,
): RowPlan {
  const license = { id: event.licenseId ?? '', keyHint: event.keyHint ?? '' };
  if (event.customerId !== call.customerId(foldEmail(row.email))) return refused(referenceUsed());
  const name = target.by === 'product' ? target.product.name : undefined;
  // Before a crash of this very job: it is its own work.
  return event.requestId === call.requestId ? assigned(license, name, false) : alreadySo(license);
}

export function eventOf(snapshot: Snapshot<never> | undefined): AuditEvent | undefined {
  return (snapshot as Snapshot<AuditEvent> | undefined)?.data;
}

export function assigned(
  { id, keyHint }: Pick<License, 'id' | 'keyHint'>,
  product: string | undefined,
  newCustomer: boolean,
): RowPlan {
  const outcome = { ok: true, deed: 'ASSIGN_LICENSE', newCustomer, ...(product && { product }) } as const;
  return { outcome, licenseId: id, keyHint, writes: [] };
}

export function alreadySo({ id, keyHint }: Pick<License, 'id' | 'keyHint'>): RowPlan {
  return { outcome: { ok: true, deed: 'ALREADY_SO' }, licenseId: id, keyHint, writes: [] };
}

export function noneAvailable(): ImportRefusal {
  return refuseRow(
    'NONE_AVAILABLE',
    'No license of the product is available any more. Generate some, then import the file again.',
  );
}

function noSuchKey(): ImportRefusal {
  return refuseRow('NOT_FOUND', 'There is no license with this key in this environment.');
}

function referenceUsed(): ImportRefusal {
  return refuseRow(
    'REFERENCE_USED',
    'This reference gave a license of the product to another customer before. Use a reference of its own.',
  );
}
