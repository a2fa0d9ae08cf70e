import type { JsonObject, JsonValue } from '@latchkey/domain/json';
import { isFeatureEnabled } from '@latchkey/domain/license/features';
import { features as words } from '../words/features.en.ts';
import { wordsOf } from '../words/words.ts';

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
      return { name, enabled, words: enabled ? valueWords(value) : wordsOf(words).notIncluded };
    });
}

function valueWords(value: JsonValue): string {
  if (value === true) return wordsOf(words).included;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
