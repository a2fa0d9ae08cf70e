import * as z from 'zod';
import { trimmedText } from '../text.ts';
import { outcome } from './outcome.ts';

/** What a person changes about themselves. */
export const RenameMyselfRequest = z.strictObject({ name: trimmedText(255, 1) });
export type RenameMyselfRequest = z.infer<typeof RenameMyselfRequest>;
export const RenameMyselfAnswer = outcome({});
export type RenameMyselfAnswer = z.infer<typeof RenameMyselfAnswer>;

/** Ends every sign-in of the caller, the one that asks included. */
export const SignOutEverywhereRequest = z.strictObject({});
export type SignOutEverywhereRequest = z.infer<typeof SignOutEverywhereRequest>;
export const SignOutEverywhereAnswer = outcome({});
export type SignOutEverywhereAnswer = z.infer<typeof SignOutEverywhereAnswer>;
