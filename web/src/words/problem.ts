import { shownTranslation } from './words.ts';

/**
 * The sentence of a failure in the language on the screen: by its code, which server and domain give together
 * with the English sentence. What no translation knows stays in English.
 */
export function problemWords({
  code,
  sentence,
}: {
  readonly code?: string;
  readonly sentence: string;
}): string {
  const known: Readonly<Record<string, string>> | undefined = shownTranslation.value?.problems;
  if (known === undefined || code === undefined || !Object.hasOwn(known, code)) return sentence;
  return known[code] ?? sentence;
}
