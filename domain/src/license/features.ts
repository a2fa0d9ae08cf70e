import type { JsonObject } from '../json.ts';
import { ownValue } from '../json.ts';

/** A feature is enabled when it is an own property whose value is not false, null, 0 or "" (contract.md). */
export function isFeatureEnabled(features: JsonObject, name: string): boolean {
  const value = ownValue(features, name);
  return value !== undefined && value !== false && value !== null && value !== 0 && value !== '';
}

export function missingFeatures(features: JsonObject, asked: readonly string[]): string[] {
  return [...new Set(asked)].filter((name) => !isFeatureEnabled(features, name));
}

/** The missing ones that the license has a name for: they may be shown, whoever asks. */
export function namedMissingFeatures(features: JsonObject, asked: readonly string[]): string[] {
  return missingFeatures(features, asked).filter((name) => Object.hasOwn(features, name));
}
