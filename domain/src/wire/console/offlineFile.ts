import * as z from 'zod';
import { OFFLINE_FILE_NAME, OfflineFile } from '../offlineFile.ts';
import { environment, recordId } from './fields.ts';
import { outcome } from './outcome.ts';

/** For console people and for the customer who owns the license; bound to a device when one is named. */
export const OfflineFileRequest = z.strictObject({
  environment,
  licenseId: recordId,
  activationId: recordId.optional(),
});
export type OfflineFileRequest = z.infer<typeof OfflineFileRequest>;

export const OfflineFileAnswer = outcome({ fileName: z.literal(OFFLINE_FILE_NAME), file: OfflineFile });
export type OfflineFileAnswer = z.infer<typeof OfflineFileAnswer>;
