import type { JsonObject, JsonValue } from '@latchkey/domain/json';
import { isFeatureEnabled } from '@latchkey/domain/license/features';

export interface FeatureLine {
  readonly name: string;
  readonly enabled: boolean;
  /** "Included", "Not included", or the value: "25". */
  readonly words: string;
}

/** The features of a license, each with what it means; in alphabetical order. */
export function featureLines(features: JsonObject): FeatureLine[] {
  return Object.entries(features)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, value]) => {
      const enabled = isFeatureEnabled(features, name);
      return { name, enabled, words: enabled ? valueWords(value) : 'Not included' };
    });
}

function valueWords(value: JsonValue): string {
  if (value === true) return 'Included';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
