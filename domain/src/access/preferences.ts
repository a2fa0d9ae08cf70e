import type { Language } from '../language.ts';
import { isLanguage } from '../language.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

/**
 * How a person likes to see things, kept in users/{uid} so that it follows them to another browser. What is
 * absent was never chosen: the browser then goes by what it has.
 */
export interface Preferences {
  readonly theme?: ThemeChoice;
  /** null = as the browser prefers. */
  readonly language?: Language | null;
  /** IANA name; null = the browser's own. */
  readonly timeZone?: string | null;
}

export function isTheme(value: unknown): value is ThemeChoice {
  return THEMES.some((theme) => theme === value);
}

/** Whether dates can be told in this zone, here: "Europe/Berlin". */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || value === '' || value.length > 64) return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** As they are stored; what is not understood was never chosen. */
export function readPreferences(stored: unknown): Preferences {
  if (typeof stored !== 'object' || stored === null) return {};
  const { theme, language, timeZone } = stored as Readonly<Record<string, unknown>>;
  return {
    ...(isTheme(theme) && { theme }),
    ...((language === null || isLanguage(language)) && { language }),
    ...((timeZone === null || isTimeZone(timeZone)) && { timeZone }),
  };
}
