import * as z from 'zod';
import { isTimeZone, THEMES } from '../../access/preferences.ts';
import { LANGUAGES } from '../../language.ts';
import { trimmedText } from '../text.ts';
import { outcome } from './outcome.ts';

/** What a person changes about themselves. */
export const RenameMyselfRequest = z.strictObject({ name: trimmedText(255, 1) });
export type RenameMyselfRequest = z.infer<typeof RenameMyselfRequest>;
export const RenameMyselfAnswer = outcome({});
export type RenameMyselfAnswer = z.infer<typeof RenameMyselfAnswer>;

/** How the caller likes to see things, on every browser; what is left out stays as it is. */
export const ChoosePreferencesRequest = z.strictObject({
  theme: z.enum(THEMES).optional(),
  /** null = as the browser prefers. */
  language: z.enum(LANGUAGES).nullable().optional(),
  /** IANA name; null = the browser's own. */
  timeZone: z.string().max(64).refine(isTimeZone, 'must be a time zone').nullable().optional(),
});
export type ChoosePreferencesRequest = z.infer<typeof ChoosePreferencesRequest>;
export const ChoosePreferencesAnswer = outcome({});
export type ChoosePreferencesAnswer = z.infer<typeof ChoosePreferencesAnswer>;

/** Ends every sign-in of the caller, the one that asks included. */
export const SignOutEverywhereRequest = z.strictObject({});
export type SignOutEverywhereRequest = z.infer<typeof SignOutEverywhereRequest>;
export const SignOutEverywhereAnswer = outcome({});
export type SignOutEverywhereAnswer = z.infer<typeof SignOutEverywhereAnswer>;
