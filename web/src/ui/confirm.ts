/** A text asked for beside the consequence, such as the reason a customer will read. */
export interface ReasonField {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  readonly maxLength: number;
}

/** What the person entered, by the fields' keys, trimmed. */
export type Reasons = Readonly<Record<string, string>>;

/** Key of the first field that still lacks its text; null when all is well. */
export function missingReason(fields: readonly ReasonField[], entered: Reasons): string | null {
  const missing = fields.find((field) => field.required && (entered[field.key] ?? '').trim() === '');
  return missing === undefined ? null : missing.key;
}
