import * as z from 'zod';
import { email, optionalName, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** Customers are one over all environments, so a command names none. */
export const CommandCustomerRequest = z.strictObject({
  customerId: recordId,
  command: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('rename'), name: optionalName }),
    z.strictObject({ type: z.literal('invite') }),
    z.strictObject({ type: z.literal('disable') }),
    z.strictObject({ type: z.literal('enable') }),
    z.strictObject({ type: z.literal('delete'), confirmation: email }),
  ]),
});
export type CommandCustomerRequest = z.infer<typeof CommandCustomerRequest>;

export const CommandCustomerAnswer = outcome({});
export type CommandCustomerAnswer = z.infer<typeof CommandCustomerAnswer>;
