import type { Environment } from '../environment.ts';
import type { IdentifierType } from '../activation/identifier.ts';
import type { JsonObject, JsonValue } from '../json.ts';

export interface FeatureDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: 'boolean' | 'number' | 'text';
  readonly default: JsonValue;
}

export interface Product {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly description: string;
  readonly status: 'active' | 'inactive';
  /** Default for forms; the API takes both identifier types for any product. */
  readonly identifierType: IdentifierType;
  /** When on, a validate without identifier answers NOT_ACTIVATED. */
  readonly requireIdentifier: boolean;
  readonly offlineAllowed: boolean;
  readonly features: readonly FeatureDefinition[];
  readonly createdAt: Date;
}

/** The features a new license starts with; later changes of the product do not reach it. */
export function defaultFeatures(product: Pick<Product, 'features'>): JsonObject {
  return Object.fromEntries(product.features.map((feature) => [feature.name, feature.default]));
}
