import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { recall, remember } from './storage.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];
/** How many rows a page of a list may have; the rules let nobody read more than 500 at once. */
export const PAGE_SIZES = [25, 50, 100, 200] as const;
export type Density = 'comfortable' | 'compact';

const BROWSER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How one person likes to see things, on this browser. */
export const usePreferences = defineStore('preferences', () => {
  const theme = ref<ThemeChoice>(recall('theme', isTheme) ?? 'system');
  const density = ref<Density>(recall('density', isDensity) ?? 'comfortable');
  /** Rows of a page in the console's lists, where the address names no other number. */
  const pageSize = ref(Number(recall('page-size', isPageSize) ?? 50));
  const zone = ref<string | null>(recall('time-zone', isTimeZone));
  /** IANA name; the browser's own unless chosen. */
  const timeZone = computed(() => zone.value ?? BROWSER_ZONE);

  watch(theme, (value) => remember('theme', value));
  watch(density, (value) => remember('density', value));
  watch(pageSize, (value) => remember('page-size', String(value)));
  watch(zone, (value) => remember('time-zone', value));
  return { theme, density, pageSize, zone, timeZone };
});

function isTheme(value: unknown): value is ThemeChoice {
  return THEMES.some((theme) => theme === value);
}

function isPageSize(value: unknown): value is string {
  return PAGE_SIZES.some((size) => String(size) === value);
}

function isDensity(value: unknown): value is Density {
  return value === 'comfortable' || value === 'compact';
}

function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
