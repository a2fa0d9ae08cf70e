import * as z from 'zod';
import { outcome } from './outcome.ts';

/** A customer is in the portal; who and since when, the token says. */
export const NoteSignInRequest = z.strictObject({});
export type NoteSignInRequest = z.infer<typeof NoteSignInRequest>;

export const NoteSignInAnswer = outcome({});
export type NoteSignInAnswer = z.infer<typeof NoteSignInAnswer>;
