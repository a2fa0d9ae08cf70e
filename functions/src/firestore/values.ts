/** A value as Firestore's REST API writes it: one member that names the type. */
export type WireValue =
  | { readonly nullValue: null }
  | { readonly booleanValue: boolean }
  | { readonly integerValue: string }
  | { readonly doubleValue: number | 'NaN' | 'Infinity' | '-Infinity' }
  | { readonly timestampValue: string }
  | { readonly stringValue: string }
  | { readonly referenceValue: string }
  | { readonly arrayValue: { readonly values?: readonly WireValue[] } }
  | { readonly mapValue: { readonly fields?: WireFields } };

export interface WireFields {
  readonly [name: string]: WireValue;
}

/** One of each: a license has a hundred search tokens, each of them true. */
const TRUE: WireValue = { booleanValue: true };
const FALSE: WireValue = { booleanValue: false };
const NULL: WireValue = { nullValue: null };

/**
 * A value of ours in Firestore's form. Throws a TypeError on what Firestore cannot hold: an array
 * directly in an array, an invalid Date, a class instance, a function.
 */
export function encodeValue(value: unknown): WireValue {
  switch (typeof value) {
    case 'string':
      return { stringValue: value };
    case 'boolean':
      return value ? TRUE : FALSE;
    case 'number':
      return encodeNumber(value);
    case 'object':
      if (value === null) return NULL;
      if (value instanceof Date) return { timestampValue: value.toISOString() };
      if (Array.isArray(value)) return { arrayValue: { values: value.map(encodeElement) } };
      return { mapValue: { fields: encodeFields(value) } };
    case 'undefined':
    case 'function':
    case 'symbol':
    case 'bigint':
      throw new TypeError(`Firestore has no value for ${typeof value}`);
  }
}

/** Members of a plain object; those that are undefined are left out. */
export function encodeFields(object: object): WireFields {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('only plain objects are stored');
  const fields: Record<string, WireValue> = {};
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    // Firestore keeps these names for itself, and `__proto__` would not become a member here.
    if (name === '' || isReserved(name)) throw new TypeError('not a field name');
    fields[name] = encodeValue(value);
  }
  return fields;
}

function isReserved(name: string): boolean {
  return name.length >= 4 && name.startsWith('__') && name.endsWith('__');
}

export function decodeFields(fields: WireFields | undefined): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  if (fields === undefined) return object;
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined && name !== '__proto__') object[name] = decodeValue(value);
  }
  return object;
}

export function decodeValue(value: WireValue): unknown {
  if ('stringValue' in value) return value.stringValue;
  if ('integerValue' in value) return Number(value.integerValue);
  if ('timestampValue' in value) return new Date(value.timestampValue);
  if ('nullValue' in value) return null;
  if ('booleanValue' in value) return value.booleanValue;
  if ('mapValue' in value) return decodeFields(value.mapValue.fields);
  if ('arrayValue' in value) return (value.arrayValue.values ?? []).map(decodeValue);
  if ('doubleValue' in value) return Number(value.doubleValue);
  // Another client's reference, bytes or place: nothing of ours writes them.
  throw new TypeError(`a kind of value this house does not store: ${Object.keys(value).join()}`);
}

function encodeElement(value: unknown): WireValue {
  if (Array.isArray(value)) throw new TypeError('Firestore cannot hold an array directly in an array');
  return encodeValue(value);
}

/** Whole numbers are integers, as in every Firestore SDK for JavaScript; -0 and the rest are doubles. */
function encodeNumber(value: number): WireValue {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return { integerValue: String(value) };
  if (Number.isNaN(value)) return { doubleValue: 'NaN' };
  if (value === Infinity) return { doubleValue: 'Infinity' };
  if (value === -Infinity) return { doubleValue: '-Infinity' };
  return { doubleValue: value };
}
