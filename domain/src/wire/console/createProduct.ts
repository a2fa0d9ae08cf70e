import * as z from 'zod';
import { environment } from './fields.ts';
import { outcome } from './outcome.ts';
import { productFacts, productId } from './productFields.ts';

/** The id never changes; forms derive it from the name until somebody writes another. */
export const CreateProductRequest = z.strictObject({ environment, productId, facts: productFacts });
export type CreateProductRequest = z.infer<typeof CreateProductRequest>;

export const CreateProductAnswer = outcome({ productId: z.string() });
export type CreateProductAnswer = z.infer<typeof CreateProductAnswer>;
