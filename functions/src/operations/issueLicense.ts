import type { Environment } from '@latchkey/domain/environment';
import type { Generator } from '@latchkey/domain/generator/generator';
import { foldKey } from '@latchkey/domain/key/fold';
import { generateKey } from '@latchkey/domain/key/generate';
import type { IssueFacts, IssueOrder, NewKey } from '@latchkey/domain/license/issue';
import { issueLicense as issued } from '@latchkey/domain/license/issue';
import type { License, LicensePrivate } from '@latchkey/domain/license/license';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import {
  generatorPath,
  licenseKeyPath,
  licensePath,
  licensePrivatePath,
  productPath,
  settingsPath,
} from '../firestore/collections.ts';
import { withRetry } from '../firestore/optimistic.ts';
import { toGenerator, toProduct, toStored } from '../firestore/records.ts';
import type { Snapshot, Write } from '../firestore/store.ts';
import { auditWrites } from '../firestore/writes.ts';
import { sourcesUnchanged } from './catalog/sources.ts';
import type { Call } from './context.ts';
import type { NamedCustomer } from './customers.ts';
import { customerPathsFor, resolveCustomer } from './customers.ts';
import { changeMailWrites } from './mail/orderMail.ts';
import { graceDays } from './standing.ts';

export type AskedLicense = Omit<IssueOrder, 'customer'> & {
  readonly productId: string;
  readonly generatorId: string;
  readonly customer: NamedCustomer | null;
  /** A key made elsewhere (import); otherwise the generator's format makes one. */
  readonly key?: string;
};

/**
 * Issues one license: record, private part, key index, customer and audit in one commit. A drawn
 * key that is taken already makes the commit fail as a whole, and another one is drawn.
 */
export async function issueLicense(
  call: Call,
  asked: AskedLicense,
): Promise<{ ok: true; licenseId: string } | Refusal> {
  const { environment, customer } = asked;
  const keyPaths = asked.key === undefined ? [] : [keyPath(call, environment, asked.key)];
  return withRetry(call.requestId, async () => {
    const paths = [
      ...issuePaths(environment, asked),
      ...keyPaths,
      ...(customer ? customerPathsFor(call, environment, customer) : []),
    ];
    const [product, generator, settings, ...others] = await call.store.getAll<never>(paths);
    if (keyPaths.length > 0 && others[0]?.data !== undefined) return keyTaken();
    const owner = customer && resolveCustomer(call, environment, customer, others.slice(keyPaths.length));
    const facts = issueFacts(environment, product, generator, settings);
    const made = newKey(call, facts.generator, asked.key);
    const decision = issued({ ...asked, customer: owner?.ref ?? null }, facts, made, call.now);
    if (!decision.ok) return decision;
    await call.store.commit([
      ...sourcesUnchanged([product, generator]),
      ...newLicenseWrites(decision.license, decision.private),
      ...(owner?.writes ?? []),
      ...auditWrites(environment, call, decision.audit),
      ...(await changeMailWrites(call, environment, decision.license, decision.audit)),
    ]);
    return { ok: true, licenseId: decision.license.id };
  });
}

function keyPath(call: Call, environment: Environment, key: string): string {
  return licenseKeyPath(environment, call.keyHash(foldKey(key)));
}

/** Another key cannot be drawn in place of a given one, so whoever gave it has to know. */
function keyTaken(): Refusal {
  return refuse('KEY_TAKEN', 'Another license of this environment has this key already.');
}

/** Product, generator and settings that a new license is made from; read them in this order. */
export function issuePaths(
  environment: Environment,
  of: { productId: string; generatorId: string },
): string[] {
  return [
    productPath(environment, of.productId),
    generatorPath(environment, of.generatorId),
    settingsPath(environment, 'license'),
  ];
}

export function issueFacts(
  environment: Environment,
  product: Snapshot<never> | undefined,
  generator: Snapshot<never> | undefined,
  settings: Snapshot<never> | undefined,
): IssueFacts {
  return {
    product: toProduct(environment)(product)?.record ?? null,
    generator: toGenerator(environment)(generator)?.record ?? null,
    defaultGraceDays: graceDays(settings),
  };
}

export function newKey(call: Call, generator: Generator | null, given?: string): NewKey {
  const key = given ?? generateKey(generator?.format ?? { type: 'uuid' }, call.randomBytes);
  return { id: call.newId(), key, keyHash: call.keyHash(foldKey(key)) };
}

/** The three documents of a new license; `exists: false` keeps keys and ids unique. */
export function newLicenseWrites(license: License, hidden: LicensePrivate): Write[] {
  const { environment, id, keyHash } = license;
  const fresh = { exists: false };
  return [
    { kind: 'set', path: licenseKeyPath(environment, keyHash), data: { licenseId: id }, if: fresh },
    { kind: 'set', path: licensePath(environment, id), data: toStored(license), if: fresh },
    { kind: 'set', path: licensePrivatePath(environment, id), data: hidden, if: fresh },
  ];
}
