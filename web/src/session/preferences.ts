import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { isTheme, isTimeZone, type Preferences, type ThemeChoice } from '@latchkey/domain/access/preferences';
import { isLanguage, languageFor, type Language } from '@latchkey/domain/language';
import type {
  ChoosePreferencesAnswer,
  ChoosePreferencesRequest,
} from '@latchkey/domain/wire/console/ownProfile';
import { accepted } from '../firebase/accepted.ts';
import { callable } from '../firebase/callables.ts';
import { toProblem, type Problem } from '../firebase/errors.ts';
import { useSession } from './session.ts';
import { recall, remember } from './storage.ts';

/** How many rows a page of a list may have; the rules let nobody read more than 500 at once. */
export const PAGE_SIZES = [25, 50, 100, 200] as const;
export type Density = 'comfortable' | 'compact';

const BROWSER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const send = callable<ChoosePreferencesRequest, ChoosePreferencesAnswer>('choosePreferences');

/**
 * How one person likes to see things. Theme, language and time zone are kept with their account and follow them;
 * the browser's own copy is for the first paint, and for who is not signed in. Density and page size depend on
 * the screen and stay with the browser.
 */
export const usePreferences = defineStore('preferences', () => {
  const session = useSession();
  const theme = ref<ThemeChoice>(recall('theme', isTheme) ?? 'system');
  /** null = as the browser prefers. */
  const language = ref<Language | null>(recall('language', isLanguage));
  /** null = the browser's own. */
  const zone = ref<string | null>(recall('time-zone', isTimeZone));
  const density = ref<Density>(recall('density', isDensity) ?? 'comfortable');
  /** Rows of a page in the console's lists, where the address names no other number. */
  const pageSize = ref(Number(recall('page-size', isPageSize) ?? 50));
  /** IANA name; the browser's own unless chosen. */
  const timeZone = computed(() => zone.value ?? BROWSER_ZONE);
  /** What the portal speaks to this person. */
  const spoken = computed(() => language.value ?? languageFor(navigator.languages));
  let saving = 0;

  watch(theme, (value) => remember('theme', value));
  watch(language, (value) => remember('language', value));
  watch(zone, (value) => remember('time-zone', value));
  watch(density, (value) => remember('density', value));
  watch(pageSize, (value) => remember('page-size', String(value)));
  // A choice that is on its way to the account is newer than what the account says.
  watch(
    () => session.person?.preferences,
    (kept) => {
      if (kept !== undefined && saving === 0) apply(kept);
    },
    { immediate: true },
  );

  function apply(wanted: Preferences): void {
    if (wanted.theme !== undefined) theme.value = wanted.theme;
    if (wanted.language !== undefined) language.value = wanted.language;
    if (wanted.timeZone !== undefined) zone.value = wanted.timeZone;
  }

  /**
   * Acts at once, and is kept with the account of whoever is signed in.
   * @returns why it could not be kept: it then stays with this browser; null = all is well
   */
  async function choose(wanted: Preferences): Promise<Problem | null> {
    apply(wanted);
    if (session.user === null) return null;
    saving += 1;
    try {
      accepted(await send(wanted));
      return null;
    } catch (cause) {
      return toProblem(cause);
    } finally {
      saving -= 1;
    }
  }

  return { theme, language, zone, density, pageSize, timeZone, spoken, choose };
});

function isPageSize(value: unknown): value is string {
  return PAGE_SIZES.some((size) => String(size) === value);
}

function isDensity(value: unknown): value is Density {
  return value === 'comfortable' || value === 'compact';
}
