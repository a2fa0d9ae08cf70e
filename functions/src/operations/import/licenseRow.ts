import type { AuditEvent } from '@latchkey/domain/audit/event';
import { differences, licenseDiffers } from '@latchkey/domain/import/differences';
import { metadataOf } from '@latchkey/domain/import/metadata';
import type { ImportRefusal } from '@latchkey/domain/import/refusals';
import { refuseRow } from '@latchkey/domain/import/refusals';
import { foldKey } from '@latchkey/domain/key/fold';
import { issueLicense as issued } from '@latchkey/domain/license/issue';
import type { LicenseImportRow } from '@latchkey/domain/wire/console/importRows';
import { auditPath, licenseKeyPath, licensePath, licensePrivatePath } from '../../firestore/collections.ts';
import { toLicense, toPrivate } from '../../firestore/records.ts';
import { auditWrites } from '../../firestore/writes.ts';
import { sourcesUnchanged } from '../catalog/sources.ts';
import { customerPathsFor, resolveCustomer } from '../customers.ts';
import type { KeyEntry } from '../findLicense.ts';
import { issueFacts, issuePaths, newKey, newLicenseWrites } from '../issueLicense.ts';
import { changeMailWrites } from '../mail/orderMail.ts';
import type { ImportCatalog } from './catalog.ts';
import type { RowPlan, RowScope } from './plan.ts';
import { refused, rowEventId } from './plan.ts';

/**
 * What a row of licenses does: a license is told again by its key, or by its reference, from which the id of the
 * license follows. One that is there with what the row says is so already; one that differs is left alone.
 */
export async function planLicense(
  scope: RowScope,
  row: LicenseImportRow,
  catalog: ImportCatalog,
): Promise<RowPlan> {
  const product = catalog.product(row.product);
  if (!product.ok) return refused(product, row.key);
  const generator = catalog.generator(product.id, row.generator);
  const wanted = { ...row, productId: product.id, productName: product.name };
  return planResolved(scope, wanted, generator);
}

type Wanted = LicenseImportRow & { readonly productId: string; readonly productName: string };

async function planResolved(
  scope: RowScope,
  row: Wanted,
  generator: ReturnType<ImportCatalog['generator']>,
): Promise<RowPlan> {
  const { call, environment, jobId } = scope;
  const { productId, key, email } = row;
  const named = email === undefined ? null : { email, name: row.name ?? null };
  const newId = row.reference === undefined ? call.newId() : referredId(scope, row.reference);
  const sources = issuePaths(environment, { productId, generatorId: generator.ok ? generator.id : 'none' });
  const events = jobId === null ? [] : [auditPath(environment, rowEventId(jobId, row.line))];
  const keys = key === undefined ? [] : [licenseKeyPath(environment, call.keyHash(foldKey(key)))];
  const customers = named ? customerPathsFor(call, environment, named) : [];
  const standing = [licensePath(environment, newId), licensePrivatePath(environment, newId)];
  const found = await call.store.getAll<never>([...sources, ...standing, ...events, ...keys, ...customers]);

  const [storedProduct, storedGenerator, settings, storedLicense, storedPrivate, ...others] = found;
  const done = events.length === 0 ? undefined : (others[0]?.data as AuditEvent | undefined);
  if (done) return created(row, done.licenseId, done.keyHint);
  const owner = named && resolveCustomer(call, environment, named, others.slice(events.length + keys.length));
  const entry = keys.length === 0 ? undefined : (others[events.length]?.data as KeyEntry | undefined);
  const ids = {
    productId,
    generatorId: row.generator === undefined || !generator.ok ? null : generator.id,
    customerId: owner?.ref.id ?? null,
  };
  const referred = toLicense(environment)(storedLicense)?.record ?? null;
  if (referred) return alreadyThere(row, ids, referred, toPrivate(storedPrivate));
  if (entry) return keyIsThere(scope, row, ids, entry.licenseId);
  if (!generator.ok) return refused(generator, key);

  const facts = issueFacts(environment, storedProduct, storedGenerator, settings);
  const made = { ...newKey(call, facts.generator, key), id: newId };
  const metadata = metadataOf(row, facts.generator?.metadata);
  const decision = issued(
    {
      environment,
      customer: owner?.ref ?? null,
      ...(row.limit !== undefined && { activationLimit: row.limit }),
      ...(row.expires !== undefined && { expiresAt: row.expires === null ? null : new Date(row.expires) }),
      ...(row.features !== undefined && { features: row.features }),
      ...(metadata !== undefined && { metadata }),
    },
    facts,
    made,
    call.now,
  );
  if (!decision.ok) return refused(decision, key);
  const newCustomer = (owner?.writes.length ?? 0) > 0;
  return {
    ...created(row, newId, decision.license.keyHint, newCustomer),
    writes: [
      ...sourcesUnchanged([storedProduct, storedGenerator]),
      ...newLicenseWrites(decision.license, decision.private),
      ...(owner?.writes ?? []),
      ...auditWrites(
        environment,
        call,
        decision.audit,
        jobId === null ? undefined : rowEventId(jobId, row.line),
      ),
      ...(await changeMailWrites(call, environment, decision.license, decision.audit)),
    ],
  };
}

/** The id of the license that a reference means, the same however often the file comes. */
function referredId({ call, environment }: RowScope, reference: string): string {
  return call.derivedId(`import:license:${environment}:${reference}`);
}

function created(
  { productName }: Wanted,
  licenseId: string | null,
  keyHint: string | null,
  newCustomer = false,
): RowPlan {
  const outcome = { ok: true, deed: 'CREATE_LICENSE', product: productName, newCustomer } as const;
  return { outcome, licenseId, keyHint, writes: [] };
}

async function keyIsThere(
  { call, environment }: RowScope,
  row: Wanted,
  ids: Parameters<typeof differences>[1],
  licenseId: string,
): Promise<RowPlan> {
  const paths = [licensePath(environment, licenseId), licensePrivatePath(environment, licenseId)];
  const [stored, hidden] = await call.store.getAll<never>(paths);
  const license = toLicense(environment)(stored)?.record;
  // Deleted between the two reads: whoever looks next finds the key free.
  if (!license) return refused(keyTaken(), row.key);
  const { keyCaseSensitive, key } = license;
  if (keyCaseSensitive && key !== row.key) return refused(keyTaken(), row.key);
  return alreadyThere(row, ids, license, toPrivate(hidden));
}

function alreadyThere(
  row: Wanted,
  ids: Parameters<typeof differences>[1],
  license: Parameters<typeof differences>[2],
  hidden: Parameters<typeof differences>[3],
): RowPlan {
  const titles = differences(row, ids, license, hidden);
  const outcome = titles.length === 0 ? ({ ok: true, deed: 'ALREADY_SO' } as const) : licenseDiffers(titles);
  return { outcome, licenseId: license.id, keyHint: license.keyHint, writes: [] };
}

function keyTaken(): ImportRefusal {
  return refuseRow('KEY_TAKEN', 'Another license of this environment has this key already.');
}
