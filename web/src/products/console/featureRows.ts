import type { FeatureDefinition, FeatureType } from '@latchkey/domain/product/features';
import { isFeatureName, MAX_FEATURE_TEXT } from '@latchkey/domain/product/features';

/** A feature as it is typed in; the number stays a text until it is one. */
export interface FeatureRow {
  /** Tells rows apart while their names change. */
  readonly key: number;
  name: string;
  label: string;
  type: FeatureType;
  on: boolean;
  number: string;
  text: string;
}

let last = 0;

export function emptyRow(): FeatureRow {
  return { key: ++last, name: '', label: '', type: 'boolean', on: true, number: '1', text: '' };
}

export function rowOf(feature: FeatureDefinition): FeatureRow {
  const { name, label, type } = feature;
  const row = { ...emptyRow(), name, label, type };
  switch (feature.type) {
    case 'boolean':
      return { ...row, on: feature.default };
    case 'number':
      return { ...row, number: String(feature.default) };
    case 'text':
      return { ...row, text: feature.default };
  }
}

export type CheckedRows =
  | { readonly ok: true; readonly features: readonly FeatureDefinition[] }
  /** By the row's key: what is wrong with it. */
  | { readonly ok: false; readonly errors: Readonly<Record<number, string>> };

/** Every wrong row has its sentence; the server asks the same of them. */
export function checkRows(rows: readonly FeatureRow[]): CheckedRows {
  const features: FeatureDefinition[] = [];
  const errors: Record<number, string> = {};
  for (const row of rows) {
    const error = rowError(row, rows);
    if (error === null) features.push(featureOf(row));
    else errors[row.key] = error;
  }
  return Object.keys(errors).length === 0 ? { ok: true, features } : { ok: false, errors };
}

function rowError(row: FeatureRow, rows: readonly FeatureRow[]): string | null {
  const name = row.name.trim();
  if (!isFeatureName(name)) return 'The name begins with a letter and holds letters, digits, - and _ only.';
  if (rows.some((other) => other.key < row.key && other.name.trim() === name)) {
    return `“${name}” is there already. Each feature has its own name.`;
  }
  if (row.type === 'number' && (row.number.trim() === '' || !Number.isFinite(Number(row.number)))) {
    return 'The default is a number.';
  }
  if (row.type === 'text' && row.text.length > MAX_FEATURE_TEXT) {
    return `The default has at most ${MAX_FEATURE_TEXT} characters.`;
  }
  return row.label.trim().length > 100 ? 'The label has at most 100 characters.' : null;
}

function featureOf(row: FeatureRow): FeatureDefinition {
  const name = row.name.trim();
  const named = { name, label: row.label.trim() || name };
  switch (row.type) {
    case 'boolean':
      return { ...named, type: 'boolean', default: row.on };
    case 'number':
      return { ...named, type: 'number', default: Number(row.number) };
    case 'text':
      return { ...named, type: 'text', default: row.text };
  }
}
