import type { Environment } from '../environment.ts';
import type { IdentifierType } from '../activation/identifier.ts';
import { textTokens } from '../search/tokens.ts';
import type { FeatureDefinition } from './features.ts';

/** An archived product is an inactive one that lists and pickers leave out. */
export const PRODUCT_STATUSES = ['active', 'inactive', 'archived'] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

/** What is licensed. Only an active product gets new licenses; existing ones go on whatever its state. */
export interface Product {
  /** Chosen once, on creation: software sends it. */
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly description: string;
  readonly status: ProductStatus;
  /** Default for forms; the API takes both identifier types for any product. */
  readonly identifierType: IdentifierType;
  /** When on, a validate without identifier answers NOT_ACTIVATED. */
  readonly requireIdentifier: boolean;
  readonly offlineAllowed: boolean;
  /** Customers with a working license see its downloads. */
  readonly downloadsAllowed: boolean;
  /** A customer gets the key by e-mail when a license is assigned. */
  readonly emailOnAssign: boolean;
  readonly features: readonly FeatureDefinition[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Counts commands: an edit names the revision it was made on. */
  readonly revision: number;
  /** Grows with every generator that gets a name, so that two of them cannot take the same one at once. */
  readonly generatorEpoch: number;
  /** Pieces that searches find it by; a stored product always has them. */
  readonly search?: { readonly [token: string]: true };
}

/** A new product may have a slug of a–z, 0–9 and single dashes. */
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const MAX_PRODUCT_ID = 64;

export function isProductId(id: string): boolean {
  return id.length <= MAX_PRODUCT_ID && SLUG.test(id);
}

/** "Acme Editor 2" → "acme-editor-2"; empty where nothing of the name can be in an id. */
export function productIdFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_PRODUCT_ID)
    .replace(/^-+|-+$/g, '');
}

/** The record with its search pieces brought up to date. */
export function withProductSearch(product: Omit<Product, 'search'>): Product {
  return { ...product, search: textTokens([product.name, product.id]) };
}
