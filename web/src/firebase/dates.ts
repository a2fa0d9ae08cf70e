/**
 * Turns Firestore's timestamps into Dates, at any depth. A timestamp is known by its toDate method, so this
 * needs nothing of the SDK.
 */
export function toDates(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, convert(value)]));
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if ('toDate' in value && typeof value.toDate === 'function') return value.toDate();
  // Only plain maps are walked; references and bytes stay what they are.
  return Object.getPrototypeOf(value) === Object.prototype ? toDates({ ...value }) : value;
}
