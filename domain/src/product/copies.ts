import { sameJson } from '../json.ts';
import type { License } from '../license/license.ts';
import { withDerived } from '../license/record.ts';
import type { Product, ProductStatus } from './product.ts';

/** What every license carries of its product, so that a decision needs no second record. */
export type ProductCopies = Pick<
  License,
  'productName' | 'productStatus' | 'requireIdentifier' | 'offlineAllowed'
>;

/** For licenses an archived product is an inactive one. */
export function copiedStatus(status: ProductStatus): License['productStatus'] {
  return status === 'active' ? 'active' : 'inactive';
}

export function productCopies(product: Product): ProductCopies {
  return {
    productName: product.name,
    productStatus: copiedStatus(product.status),
    requireIdentifier: product.requireIdentifier,
    offlineAllowed: product.offlineAllowed,
  };
}

/** Whether a change of the product has to reach its licenses. */
export function copiesDiffer(before: Product, after: Product): boolean {
  return !sameJson(productCopies(before), productCopies(after));
}

/**
 * The license with its product's present facts, or null when it has them. No command of a person: the
 * revision stays, so that nobody's open form is told of a change that was not made to the license.
 */
export function withProduct(license: License, product: Product): License | null {
  const copies = productCopies(product);
  const { productName, productStatus, requireIdentifier, offlineAllowed } = license;
  if (sameJson(copies, { productName, productStatus, requireIdentifier, offlineAllowed })) return null;
  return withDerived({ ...license, ...copies });
}
