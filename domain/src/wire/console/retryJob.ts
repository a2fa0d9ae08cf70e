import * as z from 'zod';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** A failed or cancelled job goes on where it stopped. */
export const RetryJobRequest = z.strictObject({ environment, jobId: recordId });
export type RetryJobRequest = z.infer<typeof RetryJobRequest>;

export const RetryJobAnswer = outcome({});
export type RetryJobAnswer = z.infer<typeof RetryJobAnswer>;
