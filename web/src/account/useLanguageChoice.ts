import { computed } from 'vue';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '@latchkey/domain/language';
import { usePreferences } from '../session/preferences.ts';
import { frame } from '../words/frame.en.ts';
import { useWords } from '../words/words.ts';
import { useChoosing } from './useChoosing.ts';

const SYSTEM = 'system';

/** What the portal may speak: as the browser prefers, or one of its languages, each named in its own words. */
export function useLanguageChoice() {
  const t = useWords(frame);
  const preferences = usePreferences();
  const choose = useChoosing();

  const choices = computed(() => [
    { title: t.value.systemLanguage, value: SYSTEM, props: {} },
    ...LANGUAGES.map((language) => ({
      title: LANGUAGE_NAMES[language],
      value: language,
      // Screen readers say each name as its speakers do.
      props: { lang: language },
    })),
  ]);
  const chosen = computed({
    get: (): string => preferences.language ?? SYSTEM,
    set: (value) => void choose({ language: isLanguage(value) ? value : null }),
  });
  return { choices, chosen };
}
