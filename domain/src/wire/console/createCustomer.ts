import * as z from 'zod';
import { customer, environment } from './fields.ts';
import { outcome } from './outcome.ts';

/** A customer made by hand; they get an invitation to choose a password. */
export const CreateCustomerRequest = z.strictObject({ environment, customer });
export type CreateCustomerRequest = z.infer<typeof CreateCustomerRequest>;

export const CreateCustomerAnswer = outcome({ customerId: z.string() });
export type CreateCustomerAnswer = z.infer<typeof CreateCustomerAnswer>;
