import * as z from 'zod';
import { RETENTION_NAMES, RETENTION_SETTINGS } from '../../settings/retention.ts';
import { environment } from './fields.ts';
import { outcome } from './outcome.ts';

/** What would be deleted by age if so much were kept; saved or not. Nothing is deleted. */
export const PreviewRetentionRequest = z.strictObject({
  environment,
  kept: z.strictObject({
    jobs: RETENTION_SETTINGS.jobs.schema,
    mails: RETENTION_SETTINGS.mails.schema,
    deliveries: RETENTION_SETTINGS.deliveries.schema,
    signIns: RETENTION_SETTINGS.signIns.schema,
  }),
});
export type PreviewRetentionRequest = z.infer<typeof PreviewRetentionRequest>;

export const RetentionPreviewRow = z.strictObject({
  name: z.enum(RETENTION_NAMES),
  /** ISO 8601: everything from before goes; null = it is kept for good. */
  before: z.iso.datetime().nullable(),
  count: z.int().min(0),
});
export type RetentionPreviewRow = z.infer<typeof RetentionPreviewRow>;

export const PreviewRetentionAnswer = outcome({ rows: z.array(RetentionPreviewRow) });
export type PreviewRetentionAnswer = z.infer<typeof PreviewRetentionAnswer>;
