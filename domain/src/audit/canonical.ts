/**
 * A stored value as one text that is the same whenever the value is: members by name, times as "@" and ISO 8601
 * in UTC, everything else as JSON. No two different values have the same text.
 * @throws TypeError on what no event holds
 */
export function canonicalText(value: unknown): string {
  if (value instanceof Date) return `@${value.toISOString()}`;
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      // JSON has no word for these; Firestore has.
      return Number.isFinite(value) ? JSON.stringify(value) : `#${value}`;
    case 'object':
      return value === null ? 'null' : `{${membersOf(value).join(',')}}`;
    case 'undefined':
    case 'bigint':
    case 'symbol':
    case 'function':
      throw new TypeError(`an event holds no ${typeof value}`);
  }
}

/** As Firestore keeps them: a member without a value is none. */
function membersOf(value: object): string[] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`);
}
