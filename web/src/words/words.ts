import type { Language } from '@latchkey/domain/language';
import { computed, shallowRef, type ComputedRef } from 'vue';
import type { Area } from './area.ts';
import type { Catalog, Translation } from './catalog.ts';

/**
 * The language on the screen. There is one at a time, so it is a value of the module and not an argument through
 * every component; English until told, which is how the console and tests stay.
 */
const shown = shallowRef<Language>('en');
const translation = shallowRef<Translation | null>(null);

/** How Intl writes in it: dates of English as the British write them, day first. */
const LOCALES: Readonly<Record<Language, { readonly numbers: string; readonly dates: string }>> = {
  en: { numbers: 'en', dates: 'en-GB' },
  de: { numbers: 'de', dates: 'de' },
};

const LOAD: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Translation>>> = {
  de: async () => (await import('./german.ts')).german,
};

export const shownLanguage = computed(() => shown.value);
/** What is not in English, for those who look words up by something else than their area. */
export const shownTranslation = computed(() => translation.value);
export const numberLocale = (): string => LOCALES[shown.value].numbers;
export const dateLocale = (): string => LOCALES[shown.value].dates;

/** The words of an area in the language on the screen; asked anew, it follows a change of language. */
export function wordsOf<Name extends keyof Catalog>({
  name,
  english,
}: Area<Name, Catalog[Name]>): Catalog[Name] {
  return translation.value?.catalog[name] ?? english;
}

/** The same for a component: `const t = useWords(settings)`, then `{{ t.title }}`. */
export function useWords<Name extends keyof Catalog>(
  area: Area<Name, Catalog[Name]>,
): ComputedRef<Catalog[Name]> {
  return computed(() => wordsOf(area));
}

let asked: Language = 'en';

/** Changes the language on the screen, once its words are here; who cannot fetch them goes on as before. */
export async function speak(language: Language): Promise<void> {
  asked = language;
  const next = language === 'en' ? null : await LOAD[language]().catch(() => undefined);
  // Another one was asked for meanwhile.
  if (next === undefined || asked !== language) return;
  translation.value = next;
  shown.value = language;
}
