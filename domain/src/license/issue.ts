import { licenseEvent } from '../audit/draft.ts';
import type { Environment } from '../environment.ts';
import type { Generator } from '../generator/generator.ts';
import { validUntil } from '../generator/validity.ts';
import type { JsonObject } from '../json.ts';
import { isCaseSensitive } from '../key/format.ts';
import { keyHint } from '../key/fold.ts';
import { productCopies } from '../product/copies.ts';
import { defaultFeatures } from '../product/features.ts';
import type { Product } from '../product/product.ts';
import type { Accepted } from './decision.ts';
import { checkFuture, checkJson, checkLimit } from './edit.ts';
import type { CustomerRef, License } from './license.ts';
import { withDerived } from './record.ts';
import type { Refusal } from './refusals.ts';
import { refuse } from './refusals.ts';

/** What a new license is asked to be; absent members follow the generator. */
export interface IssueOrder {
  readonly environment: Environment;
  readonly customer: CustomerRef | null;
  readonly activationLimit?: number;
  readonly expiresAt?: Date | null;
  readonly features?: JsonObject;
  readonly metadata?: JsonObject;
  readonly renewedFromId?: string;
}

/** Made by the writer: random id, key from the generator's format, keyed hash of the folded key. */
export interface NewKey {
  readonly id: string;
  readonly key: string;
  readonly keyHash: string;
}

export interface IssueFacts {
  readonly product: Product | null;
  readonly generator: Generator | null;
  readonly defaultGraceDays: number;
}

export type IssueDecision = (Accepted & { readonly license: License }) | Refusal;

/** A new license: available, or assigned at once when a customer is named. */
export function issueLicense(order: IssueOrder, facts: IssueFacts, made: NewKey, now: Date): IssueDecision {
  const { product, generator } = facts;
  const refusal =
    checkSources(product, generator) ??
    checkLimit(order.activationLimit) ??
    checkFuture(order.expiresAt, now) ??
    checkJson(order.features, 'FEATURES_TOO_LARGE', 'Features') ??
    checkJson(order.metadata, 'METADATA_TOO_LARGE', 'Metadata');
  if (refusal) return refusal;
  if (!product || !generator) return refuse('NOT_FOUND', 'Product or generator is missing.');
  const license = newLicense(order, product, generator, facts.defaultGraceDays, made, now);
  const audit = [
    licenseEvent('license.created', license, { to: 'available', customerId: null }),
    ...(order.customer
      ? [licenseEvent('license.assigned', license, { from: 'available', to: 'assigned' })]
      : []),
  ];
  const hidden = { metadata: order.metadata ?? generator.metadata, internalNote: null };
  return { ok: true, license, private: hidden, devices: 'keep', audit };
}

function checkSources(product: Product | null, generator: Generator | null): Refusal | null {
  if (!product) return refuse('PRODUCT_NOT_FOUND', 'There is no such product in this environment.');
  if (!generator) return refuse('GENERATOR_NOT_FOUND', 'There is no such generator in this environment.');
  if (product.status !== 'active')
    return refuse('PRODUCT_INACTIVE', `The product is ${product.status}; it gets no new licenses.`);
  if (generator.status !== 'active') return refuse('GENERATOR_INACTIVE', 'The generator is inactive.');
  if (generator.productId !== product.id) {
    return refuse('GENERATOR_MISMATCH', 'The generator belongs to another product.');
  }
  return null;
}

function newLicense(
  order: IssueOrder,
  product: Product,
  generator: Generator,
  graceDays: number,
  made: NewKey,
  now: Date,
): License {
  const { customer } = order;
  const validity = order.expiresAt === undefined ? generator.validity : null;
  const started = customer !== null && validity?.from === 'assignment' ? validUntil(validity, now) : null;
  return withDerived({
    ...made,
    environment: order.environment,
    keyHint: keyHint(made.key),
    keyCaseSensitive: isCaseSensitive(generator.format),
    status: customer ? 'assigned' : 'available',
    statusChangedAt: now,
    publicReason: null,
    productId: product.id,
    ...productCopies(product),
    generatorId: generator.id,
    customerId: customer?.id ?? null,
    customerName: customer?.name ?? null,
    customerEmail: customer?.email ?? null,
    activationLimit: order.activationLimit ?? generator.activationLimit,
    activationCount: 0,
    deviceEpoch: 0,
    expiresAt: started ?? order.expiresAt ?? null,
    validity: started ? null : validity,
    graceDays,
    graceInherited: true,
    features: order.features ?? { ...defaultFeatures(product), ...generator.features },
    renewedFromId: order.renewedFromId ?? null,
    renewedToId: null,
    createdAt: now,
    updatedAt: now,
    assignedAt: customer ? now : null,
    activatedAt: null,
    revision: 1,
  });
}
