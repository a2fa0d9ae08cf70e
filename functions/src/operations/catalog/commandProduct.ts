import type { Environment } from '@latchkey/domain/environment';
import type { Generator } from '@latchkey/domain/generator/generator';
import { withGeneratorDerived } from '@latchkey/domain/generator/generator';
import type { PreparedJob } from '@latchkey/domain/job/bulk';
import type { JobWork } from '@latchkey/domain/job/work';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import type { ProductCommand } from '@latchkey/domain/product/commands';
import { copiesDiffer } from '@latchkey/domain/product/copies';
import { decideProduct } from '@latchkey/domain/product/decide';
import type { Product } from '@latchkey/domain/product/product';
import { envPath, generatorPath, productPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Stored, Versioned } from '../../firestore/records.ts';
import { toGenerator, toProduct, toStored } from '../../firestore/records.ts';
import type { Write } from '../../firestore/store.ts';
import { auditWrites } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { countReleases } from '../download/countReleases.ts';
import { jobWrites } from '../jobs/startJob.ts';
import { countOf } from './licenseCounts.ts';
import { MAX_GENERATORS } from './siblings.ts';

/**
 * Carries out a command on a product. What its licenses have to learn of it is a job that is put down in the
 * same commit, so that neither comes without the other; its generators follow at once.
 */
export async function commandProduct(
  call: Call,
  environment: Environment,
  productId: string,
  command: ProductCommand,
): Promise<{ ok: true; jobId: string | null } | Refusal> {
  const path = productPath(environment, productId);
  return withRetry(path, async () => {
    const [snapshot] = await call.store.getAll<never>([path]);
    const product = toProduct(environment)(snapshot);
    if (!product) return refuse('NOT_FOUND', 'There is no such product in this environment.');
    const before = product.record;
    // After the product was read: nobody makes a license of an inactive one, so that none can still come.
    const of = { by: 'product', id: productId } as const;
    const deleting = command.type === 'delete';
    const [licenses, downloads] = await Promise.all([
      deleting ? countOf(call.store, environment, of, 1) : 0,
      deleting ? countReleases(call.store, environment, productId, 1) : 0,
    ]);
    const decision = decideProduct(before, command, { licenses, downloads }, call.actor, call.now);
    if (!decision.ok) return decision;
    const after = decision.product;
    const work = after && workAfter(command, before, after);
    const jobId = work && call.newId();
    await call.store.commit([
      productWrite(product, after),
      ...(await generatorWrites(call, before, after)),
      ...(jobId && work ? jobWrites(call, environment, jobId, prepared(work)) : []),
      ...auditWrites(environment, call, decision.audit),
    ]);
    return { ok: true, jobId };
  });
}

function productWrite({ record, version }: Versioned<Product>, after: Product | null): Write {
  const path = productPath(record.environment, record.id);
  if (after === null) return { kind: 'delete', path, if: version };
  return { kind: 'set', path, data: toStored(after), if: version };
}

/** What has to happen to the licenses, or null. The kill switch does what copies would do, and more. */
function workAfter(command: ProductCommand, before: Product, after: Product): JobWork | null {
  const { id: productId, name: productName } = after;
  if (command.type === 'kill') return { kind: 'kill-switch', productId, productName, reason: command.reason };
  return copiesDiffer(before, after) ? { kind: 'product-copies', productId, productName } : null;
}

function prepared(work: JobWork): PreparedJob {
  return { work, total: null, pages: [], allPlanned: false, hidden: null };
}

/** Generators carry the product's name, and go with it. */
async function generatorWrites(call: Call, before: Product, after: Product | null): Promise<Write[]> {
  if (after !== null && after.name === before.name) return [];
  const { environment, id } = before;
  const found = await call.store.query<Stored<Generator>>({
    parent: envPath(environment),
    collection: 'generators',
    where: [['productId', '==', id]],
    limit: MAX_GENERATORS,
  });
  return found
    .flatMap((snapshot) => toGenerator(environment)(snapshot) ?? [])
    .map(({ record, version }): Write => {
      const path = generatorPath(environment, record.id);
      if (after === null) return { kind: 'delete', path, if: version };
      const renamed = withGeneratorDerived({ ...record, productName: after.name });
      return { kind: 'set', path, data: toStored(renamed), if: version };
    });
}
