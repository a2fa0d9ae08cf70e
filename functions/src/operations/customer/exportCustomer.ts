import { otherEvent } from '@latchkey/domain/audit/draft';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { CustomerRefusal } from '@latchkey/domain/customer/refusals';
import { noSuchCustomer } from '@latchkey/domain/customer/refusals';
import type { Environment } from '@latchkey/domain/environment';
import type { CustomerPart, ExportedRow } from '@latchkey/domain/wire/console/exportCustomer';
import { auditRow, deviceRow, licenseRow } from '@latchkey/domain/customer/exportRows';
import { envPath } from '../../firestore/collections.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { knownCustomer } from './knownCustomer.ts';
import { devicePage, licensePage, PAGE } from './ownedPages.ts';

export interface ExportedPage {
  readonly ok: true;
  readonly rows: readonly ExportedRow[];
  /** Where the next page begins; null = this was the last. */
  readonly next: string | null;
}

/**
 * One page of what is kept about a customer in an environment. That somebody took it out is an event of its
 * own, written with the first page of licenses.
 */
export async function exportCustomer(
  call: Call,
  environment: Environment,
  customerId: string,
  part: CustomerPart,
  after: string | null,
): Promise<ExportedPage | CustomerRefusal> {
  if (part === 'licenses' && after === null) {
    const known = await knownCustomer(call.store, customerId);
    if (known.length === 0) return noSuchCustomer();
    // Of an environment that does not know them there is nothing to hand out.
    if (known.every(({ record }) => record.environment !== environment)) return pageOf([]);
    await call.store.commit(
      auditWrites(environment, call, [otherEvent('customer.exported', { customerId })]),
    );
  }
  switch (part) {
    case 'licenses': {
      const found = await licensePage(call, environment, customerId, after);
      return pageOf(found.map(({ record }) => licenseRow(record, call.now)));
    }
    case 'devices': {
      const found = await devicePage(call, environment, customerId, after);
      return pageOf(found.map(({ record }) => deviceRow(record)));
    }
    case 'history':
      return pageOf((await historyPage(call, environment, customerId, after)).map(auditRow));
  }
}

function pageOf(rows: readonly ExportedRow[]): ExportedPage {
  return { ok: true, rows, next: rows.length < PAGE ? null : (rows.at(-1)?.id ?? null) };
}

async function historyPage(
  { store }: Call,
  environment: Environment,
  customerId: string,
  after: string | null,
): Promise<AuditEvent[]> {
  const found = await store.query<Omit<AuditEvent, 'id'>>({
    parent: envPath(environment),
    collection: 'audit',
    where: [['customerId', '==', customerId]],
    orderBy: [['__name__', 'asc']],
    limit: PAGE,
    ...(after !== null && { startAfter: [`${envPath(environment)}/audit/${after}`] }),
  });
  return found.flatMap(({ id, data }) => (data ? [{ ...data, id }] : []));
}
