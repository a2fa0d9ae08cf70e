import type { PreviewRetentionAnswer } from '@latchkey/domain/wire/console/retention';
import { PreviewRetentionRequest } from '@latchkey/domain/wire/console/retention';
import { previewRetention as preview } from '../operations/retention/previewRetention.ts';
import { newCall } from '../tools.ts';
import { consolePerson } from './caller.ts';
import { door } from './door.ts';

/** How many records would go by age, as the settings say or as somebody is about to set them. */
export const previewRetention = door(
  PreviewRetentionRequest,
  async ({ environment, kept }, request, requestId): Promise<PreviewRetentionAnswer> => {
    const actor = await consolePerson(request, environment, 'console.read');
    return { ok: true, rows: await preview(newCall(actor, requestId), environment, kept) };
  },
);
