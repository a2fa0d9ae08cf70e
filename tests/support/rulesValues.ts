/** What the rules tests store: just the kinds of value the rules look at. */
export type Fields = Readonly<Record<string, string | boolean | null | Date | readonly string[]>>;

/** A value in Firestore's REST form. */
export type Value =
  | { readonly stringValue: string }
  | { readonly booleanValue: boolean }
  | { readonly nullValue: null }
  | { readonly timestampValue: string }
  | { readonly arrayValue: { readonly values: readonly Value[] } };

/** Fields in Firestore's REST form. */
export function documentFields(fields: Fields): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, valueOf(value)]));
}

function valueOf(value: Fields[string]): Value {
  if (value === null) return { nullValue: null };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  return { arrayValue: { values: value.map(valueOf) } };
}
