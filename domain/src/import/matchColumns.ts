import { IMPORT_COLUMNS } from './columns.ts';
import type { ImportSubject } from './subjects.ts';

/** Which column of the file (from 0) holds what; null = none does. */
export type ColumnMap = Readonly<Record<string, number | null>>;

/**
 * Finds our columns in a file's headers: by their own names first, then by what other systems call them,
 * whatever the case, spaces and punctuation. No column of the file serves twice.
 */
export function matchColumns(subject: ImportSubject, headers: readonly string[]): ColumnMap {
  const folded = headers.map(foldHeader);
  const used = new Set<number>();
  const map: Record<string, number | null> = {};
  const take = (name: string, wanted: readonly string[]): void => {
    if (map[name] != null) return;
    const at = wanted.map((one) => folded.indexOf(foldHeader(one))).find((one) => one >= 0 && !used.has(one));
    map[name] = at ?? null;
    if (at !== undefined) used.add(at);
  };
  for (const { name, title } of IMPORT_COLUMNS[subject]) take(name, [name, title]);
  for (const { name, aliases } of IMPORT_COLUMNS[subject]) take(name, aliases);
  return map;
}

/** Texts that stand for a whole column which the file does not have, by the column's name. */
export type FixedCells = Readonly<Record<string, string>>;

/** Columns that are often the same for a whole file, so that files do not have them. */
export const FIXABLE: readonly string[] = ['product', 'generator', 'limit', 'expires'];

/** Required columns that nothing in the file stands for, and no text for every row. */
export function missingColumns(subject: ImportSubject, map: ColumnMap, fixed: FixedCells = {}): string[] {
  return IMPORT_COLUMNS[subject].flatMap(({ name, title, required }) =>
    required && map[name] == null && !fixed[name]?.trim() ? [title] : [],
  );
}

/** Headers of the file that stand for nothing and are left out. */
export function unusedHeaders(headers: readonly string[], map: ColumnMap): string[] {
  const used = new Set(Object.values(map));
  return headers.filter((header, at) => header.trim() !== '' && !used.has(at));
}

/** A header as it is compared: without case, blanks and punctuation. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
