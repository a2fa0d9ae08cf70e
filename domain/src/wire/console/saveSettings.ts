import * as z from 'zod';
import { SECTION_NAMES } from '../../settings/titles.ts';
import { isStorableObject } from '../storable.ts';
import { plainText } from '../text.ts';
import { environment } from './fields.ts';
import { outcome } from './outcome.ts';

/** One section as its form has it; each value is checked by the registry, which refuses with a sentence. */
export const SaveSettingsRequest = z.strictObject({
  environment,
  section: z.enum(SECTION_NAMES),
  /** The revision that the change was made on; 0 = never saved. */
  revision: z.int().min(0),
  values: z
    .custom<Readonly<Record<string, unknown>>>(isStorableObject, {
      error: 'must be a JSON object with a value for each setting',
    })
    .meta({ type: 'object', additionalProperties: true }),
  /** Of the mail server: absent = as it is, null = none any more. */
  password: plainText(200, 1).nullable().optional(),
});
export type SaveSettingsRequest = z.infer<typeof SaveSettingsRequest>;

export const SaveSettingsAnswer = outcome({ revision: z.int() });
export type SaveSettingsAnswer = z.infer<typeof SaveSettingsAnswer>;
