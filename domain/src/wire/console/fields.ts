import * as z from 'zod';
import { ENVIRONMENTS } from '../../environment.ts';
import type { JsonObject } from '../../json.ts';
import { MAX_ACTIVATION_LIMIT, UNLIMITED } from '../../license/license.ts';
import { isStorableObject } from '../storable.ts';
import { multilineText, trimmedText } from '../text.ts';

/** Fields that several doors of the console share. */
export const environment = z.enum(ENVIRONMENTS);

/** Ids are ours: letters, digits, `-` and `_`, never a path, never one that the store keeps for itself. */
export const recordId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/, { error: 'is not an id' });

export const activationLimit = z
  .int()
  .refine((limit) => limit === UNLIMITED || (limit >= 1 && limit <= MAX_ACTIVATION_LIMIT), {
    error: 'must be -1 (unlimited) or a whole number from 1 to 10000',
  });

export const jsonObject = z
  .custom<JsonObject>(isStorableObject, {
    error:
      'must be a JSON object of at most 8 levels, without empty or reserved names, ' +
      'arrays directly in arrays, control characters or broken Unicode',
  })
  .meta({ type: 'object', additionalProperties: true });

/** ISO 8601 in UTC, or null for Lifetime. */
export const expiry = z.iso.datetime().nullable();

export const reason = multilineText(500);
export const email = z.email().max(254);
export const personName = trimmedText(255);
/** A name that may be left out; nothing but blanks is no name. */
export const optionalName = personName.nullable().transform((name) => (name === '' ? null : name));
export const customer = z.strictObject({ email, name: optionalName });
