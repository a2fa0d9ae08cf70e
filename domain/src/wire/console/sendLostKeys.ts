import * as z from 'zod';
import { email } from './fields.ts';
import { outcome } from './outcome.ts';

/** "I lost my key": for anybody, and the answer is the same whoever has the address. */
export const SendLostKeysRequest = z.strictObject({ email });
export type SendLostKeysRequest = z.infer<typeof SendLostKeysRequest>;

export const SendLostKeysAnswer = outcome({});
export type SendLostKeysAnswer = z.infer<typeof SendLostKeysAnswer>;
