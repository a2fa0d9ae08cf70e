import type { JsonObject } from '../json.ts';

export const FEATURE_TYPES = ['boolean', 'number', 'text'] as const;
export type FeatureType = (typeof FEATURE_TYPES)[number];

interface Named {
  /** What software asks for; a member of the license's features. */
  readonly name: string;
  /** What people read. */
  readonly label: string;
}

/** A feature of a product, with the value that new licenses start with. */
export type FeatureDefinition =
  | (Named & { readonly type: 'boolean'; readonly default: boolean })
  | (Named & { readonly type: 'number'; readonly default: number })
  | (Named & { readonly type: 'text'; readonly default: string });

export const MAX_FEATURES = 50;
export const MAX_FEATURE_TEXT = 255;

/** Letters, digits, `-` and `_`, so that a name means the same in every language that asks for it. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
/** Would reach an object's prototype. */
const RESERVED = ['constructor', 'prototype'];

export function isFeatureName(name: string): boolean {
  return NAME.test(name) && !RESERVED.includes(name);
}

/** The first name that stands there twice, or null. */
export function repeatedFeature(features: readonly Named[]): string | null {
  const names = features.map(({ name }) => name);
  return names.find((name, index) => names.indexOf(name) !== index) ?? null;
}

/** The features a new license starts with; later changes of the product do not reach it. */
export function defaultFeatures(product: { readonly features: readonly FeatureDefinition[] }): JsonObject {
  return Object.fromEntries(product.features.map((feature) => [feature.name, feature.default]));
}
