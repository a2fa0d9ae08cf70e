import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { IMPORT_PRESETS, recognisePreset } from '@latchkey/domain/import/presets/presets';
import { translate } from '@latchkey/domain/import/presets/translate';
import { parseCsv } from '../../web/src/imports/parseCsv.ts';
import { readRows, type RowsRead } from '../../web/src/imports/readRows.ts';

/** A file as the system exports it: its name is the preset's id. */
export function fixtureFile(system: string): Promise<Buffer> {
  return readFile(fileURLToPath(new URL(`../fixtures/imports/${system}.csv`, import.meta.url)));
}

/** The file as the page of the console understands it, without a hand on the columns. */
export async function readFixture(system: string): Promise<RowsRead & { name: string | undefined }> {
  const parsed = parseCsv(await fixtureFile(system));
  if (!parsed.ok) throw new Error(parsed.sentence);
  const { table } = parsed;
  const preset = recognisePreset('licenses', table.headers) ?? IMPORT_PRESETS.find(({ id }) => id === system);
  if (preset === undefined) throw new Error(`nobody knows files of ${system}`);
  const { headers, rows, map, refused } = translate(preset, table.headers, table.rows);
  const read = readRows('licenses', { ...table, headers, rows }, map, 'UTC', { refused });
  return { ...read, name: preset.name };
}
