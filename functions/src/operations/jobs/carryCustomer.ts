import {
  orphanedDevice,
  orphanedLicense,
  renamedDevice,
  renamedLicense,
} from '@latchkey/domain/customer/copies';
import type { CustomerCopiesWork } from '@latchkey/domain/job/customerWork';
import type { JobRow } from '@latchkey/domain/job/job';
import { activationPath, customerPath, licensePath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import { toActivation, toCustomer, toLicense } from '../../firestore/records.ts';
import type { Snapshot, Write } from '../../firestore/store.ts';
import { auditWrites, updateActivation, updateLicense } from '../../firestore/writes.ts';
import { atOnce } from './atOnce.ts';
import type { Owned } from './customerRecords.ts';
import type { JobStep } from './kind.ts';

/** Records of one commit. A license that somebody is at makes only its own few wait. */
const COMMIT = 20;
const PARALLEL = 4;

type Copies = Pick<CustomerCopiesWork, 'customerId' | 'deletedAt'>;

/**
 * A few records at a time, each few in one commit. A name is written only while it is still the customer's, so
 * an older rename never writes over a newer one.
 */
export async function carryCustomer(
  { call, job }: JobStep,
  copies: Copies,
  of: Owned,
  ids: readonly string[],
): Promise<JobRow[]> {
  const { environment } = job;
  const pathOf = of === 'licenses' ? licensePath : activationPath;
  const parts = Array.from({ length: Math.ceil(ids.length / COMMIT) }, (_, index) =>
    ids.slice(index * COMMIT, (index + 1) * COMMIT).map((id) => pathOf(environment, id)),
  );
  const rows = await atOnce(parts, PARALLEL, (part) =>
    withRetry(part[0] ?? '', async () => {
      const customerAt = customerPath(environment, copies.customerId);
      const [first, ...others] = await call.store.getAll<never>([customerAt, ...part]);
      const customer = toCustomer(environment)(first);
      // Renamed and then deleted: the deletion has a job of its own.
      if (copies.deletedAt === null && !customer) return [];
      const name = customer?.record.name ?? null;
      const writes = others.flatMap((snapshot) =>
        of === 'licenses'
          ? licenseWrites({ call, job }, copies, name, snapshot)
          : deviceWrites({ call, job }, copies, name, snapshot),
      );
      const guard: Write[] =
        copies.deletedAt === null && customer
          ? [{ kind: 'check', path: customerAt, if: customer.version }]
          : [];
      if (writes.length > 0) await call.store.commit([...guard, ...writes]);
      return others.flatMap((snapshot) => doneRow(snapshot));
    }),
  );
  return rows.flat();
}

type Where = Pick<JobStep, 'call' | 'job'>;

function licenseWrites(
  { call, job: { environment } }: Where,
  { customerId, deletedAt }: Copies,
  name: string | null,
  snapshot: Snapshot<never>,
): Write[] {
  const license = toLicense(environment)(snapshot);
  // Transferred meanwhile, or carried over before a crash.
  if (license?.record.customerId !== customerId) return [];
  if (deletedAt === null) {
    const after = renamedLicense(license.record, name);
    return after === null ? [] : [updateLicense(license, after)];
  }
  const orphan = orphanedLicense(license.record, deletedAt);
  if (orphan === null) return [];
  return [updateLicense(license, orphan.license), ...auditWrites(environment, call, [orphan.audit])];
}

function deviceWrites(
  { job: { environment } }: Where,
  { customerId, deletedAt }: Copies,
  name: string | null,
  snapshot: Snapshot<never>,
): Write[] {
  const device = toActivation(environment)(snapshot);
  if (device?.record.customerId !== customerId) return [];
  const after =
    deletedAt === null ? renamedDevice(device.record, name) : orphanedDevice(device.record, deletedAt);
  return after === null ? [] : [updateActivation(device, after)];
}

function doneRow(snapshot: Snapshot<never>): JobRow[] {
  const data = snapshot.data as { keyHint?: string; licenseId?: string } | undefined;
  if (data === undefined) return [];
  const { keyHint = null, licenseId = snapshot.id } = data;
  return [{ licenseId, keyHint, outcome: 'done', code: null, sentence: null }];
}
