import * as z from 'zod';
import { outcome } from './outcome.ts';

/** A customer is in the portal; who and since when, the token says. */
export const NoteSignInRequest = z.strictObject({});
export type NoteSignInRequest = z.infer<typeof NoteSignInRequest>;

/** The last sign-ins that are known, this one among them, newest first. */
export const NoteSignInAnswer = outcome({ signIns: z.array(z.iso.datetime()) });
export type NoteSignInAnswer = z.infer<typeof NoteSignInAnswer>;
