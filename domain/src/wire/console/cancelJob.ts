import * as z from 'zod';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** Stops a job after the page it is at; what was done stays done. */
export const CancelJobRequest = z.strictObject({ environment, jobId: recordId });
export type CancelJobRequest = z.infer<typeof CancelJobRequest>;

export const CancelJobAnswer = outcome({});
export type CancelJobAnswer = z.infer<typeof CancelJobAnswer>;
