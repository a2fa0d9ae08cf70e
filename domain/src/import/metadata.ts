import type { JsonObject } from '../json.ts';
import type { LicenseImportRow } from '../wire/console/importRows.ts';

/**
 * A new license keeps the reference of its row in its metadata, where people can see it. What the row or the
 * generator says under that name itself is left alone. undefined = as the generator says.
 */
export function metadataOf(
  { metadata, reference }: Pick<LicenseImportRow, 'metadata' | 'reference'>,
  byGenerator: JsonObject = {},
): JsonObject | undefined {
  return reference === undefined ? metadata : { reference, ...(metadata ?? byGenerator) };
}
