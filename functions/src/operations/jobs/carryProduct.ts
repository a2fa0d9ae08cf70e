import type { Activation } from '@latchkey/domain/activation/activation';
import type { Environment } from '@latchkey/domain/environment';
import type { JobRow } from '@latchkey/domain/job/job';
import { withProduct } from '@latchkey/domain/product/copies';
import type { Product } from '@latchkey/domain/product/product';
import { activationPath, envPath, licensePath, productPath } from '../../firestore/collections.ts';
import type { Versioned } from '../../firestore/records.ts';
import { toActivation, toLicense, toProduct } from '../../firestore/records.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Snapshot, Store, Write } from '../../firestore/store.ts';
import { updateActivation, updateLicense } from '../../firestore/writes.ts';
import { atOnce } from './atOnce.ts';
import type { JobStep } from './kind.ts';

/** Records of one commit. A license that somebody is at makes only its own few wait. */
const COMMIT = 20;
const PARALLEL = 4;

export function countDevices(store: Store, environment: Environment, productId: string): Promise<number> {
  return store.count({
    parent: envPath(environment),
    collection: 'activations',
    where: [['productId', '==', productId]],
  });
}

/** Devices of a product by their ids, which never change. */
export async function nextDevices(
  store: Store,
  environment: Environment,
  productId: string,
  after: string,
  limit: number,
): Promise<{ readonly ids: readonly string[]; readonly more: boolean }> {
  const found = await store.query<object>({
    parent: envPath(environment),
    collection: 'activations',
    where: [['productId', '==', productId]],
    orderBy: [['__name__', 'asc']],
    limit,
    select: [],
    ...(after !== '' && { startAfter: [activationPath(environment, after)] }),
  });
  return { ids: found.map(({ id }) => id), more: found.length === limit };
}

/** What of the records has to be written so that they agree with the product. */
type Carry = (
  product: Product,
  snapshots: readonly Snapshot<never>[],
) => { readonly writes: readonly Write[]; readonly rows: readonly JobRow[] };

export function carryToLicenses(step: JobStep, productId: string, ids: readonly string[]): Promise<JobRow[]> {
  const { environment } = step.job;
  const paths = ids.map((id) => licensePath(environment, id));
  return inParts(step, productId, paths, (product, snapshots) => {
    const licenses = snapshots.flatMap((snapshot) => toLicense(environment)(snapshot) ?? []);
    const writes = licenses.flatMap((license): Write[] => {
      const after = withProduct(license.record, product);
      return after === null ? [] : [updateLicense(license, after)];
    });
    return { writes, rows: licenses.map(({ record }) => doneRow(record.id, record.keyHint)) };
  });
}

export function carryToDevices(step: JobStep, productId: string, ids: readonly string[]): Promise<JobRow[]> {
  const { environment } = step.job;
  const paths = ids.map((id) => activationPath(environment, id));
  return inParts(step, productId, paths, (product, snapshots) => {
    const devices = snapshots.flatMap((snapshot) => toActivation(environment)(snapshot) ?? []);
    const writes = devices.flatMap((device) => deviceWrite(device, product));
    return { writes, rows: devices.map(({ record }) => doneRow(record.licenseId, record.keyHint)) };
  });
}

function deviceWrite(device: Versioned<Activation>, { name }: Product): Write[] {
  const { record } = device;
  return record.productName === name ? [] : [updateActivation(device, { ...record, productName: name })];
}

/**
 * A few records at a time, each few in one commit that holds only while the product is what was read: a job
 * that was started by an older change can never write over the newer one.
 */
async function inParts(
  { call, job }: JobStep,
  productId: string,
  paths: readonly string[],
  carry: Carry,
): Promise<JobRow[]> {
  const parts = Array.from({ length: Math.ceil(paths.length / COMMIT) }, (_, index) =>
    paths.slice(index * COMMIT, (index + 1) * COMMIT),
  );
  const rows = await atOnce(parts, PARALLEL, (part) =>
    withRetry(part[0] ?? '', async () => {
      const productAt = productPath(job.environment, productId);
      const [first, ...others] = await call.store.getAll<never>([productAt, ...part]);
      const product = toProduct(job.environment)(first);
      // Deleted meanwhile: then it had no licenses any more.
      if (!product) return [];
      const { writes, rows: done } = carry(product.record, others);
      if (writes.length > 0) {
        await call.store.commit([{ kind: 'check', path: productAt, if: product.version }, ...writes]);
      }
      return done;
    }),
  );
  return rows.flat();
}

function doneRow(licenseId: string, keyHint: string): JobRow {
  return { licenseId, keyHint, outcome: 'done', code: null, sentence: null };
}
