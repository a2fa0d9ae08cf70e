import { foldHeader } from '../matchColumns.ts';
import type { ImportSubject } from '../subjects.ts';
import { KEYGEN } from './keygen.ts';
import { LICENSE_SPRING } from './licenseSpring.ts';
import type { ImportPreset } from './preset.ts';
import { WOO_LICENSE_MANAGER } from './wooLicenseManager.ts';

/** Systems whose files are understood as they are, in the order in which they are offered. */
export const IMPORT_PRESETS: readonly ImportPreset[] = [KEYGEN, LICENSE_SPRING, WOO_LICENSE_MANAGER];

/** The system that a file comes from, by its headers; null = none that is known. */
export function recognisePreset(subject: ImportSubject, headers: readonly string[]): ImportPreset | null {
  const there = new Set(headers.map(foldHeader));
  const fits = ({ subject: theirs, signs }: ImportPreset): boolean =>
    theirs === subject && signs.every((sign) => there.has(foldHeader(sign)));
  return IMPORT_PRESETS.find(fits) ?? null;
}
