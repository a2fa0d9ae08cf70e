import * as z from 'zod';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** Does what a check has shown, on the same rows. */
export const ApplyImportRequest = z.strictObject({
  environment,
  /** The job of the check. */
  jobId: recordId,
  /** Whether new customers are invited and owners told of their licenses, as the settings say. */
  mails: z.boolean(),
});
export type ApplyImportRequest = z.infer<typeof ApplyImportRequest>;

export const ApplyImportAnswer = outcome({ jobId: z.string() });
export type ApplyImportAnswer = z.infer<typeof ApplyImportAnswer>;
