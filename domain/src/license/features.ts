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
