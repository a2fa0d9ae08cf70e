import { isDocumentPath, documentId, InvalidPathError } from './collections.ts';
import { fieldNames } from './fieldPath.ts';
import type { CountQuery, Filter, FilterOperator, Precondition, Query, UpdateWrite, Write } from './store.ts';
import type { WireFields, WireValue } from './values.ts';
import { encodeFields, encodeValue } from './values.ts';

/** `projects/P/databases/(default)/documents/<path>`; a path the house does not make is refused here. */
export function documentName(root: string, path: string): string {
  if (!isDocumentPath(path)) throw new InvalidPathError('not a document path of this house');
  return `${root}/${path}`;
}

export function parentName(root: string, parent: string): string {
  return parent === '' ? root : documentName(root, parent);
}

export function encodeWrite(root: string, write: Write): object {
  const name = documentName(root, write.path);
  const currentDocument: Precondition | undefined = write.if;
  switch (write.kind) {
    case 'set':
      return { update: { name, fields: encodeFields(write.data) }, currentDocument };
    case 'update':
      return encodeUpdate(name, write);
    case 'delete':
      return { delete: name, currentDocument };
    case 'check':
      return { verify: name, currentDocument };
  }
}

function encodeUpdate(name: string, write: UpdateWrite): object {
  const fields: Record<string, WireValue> = {};
  const mask: string[] = [];
  for (const [path, value] of Object.entries(write.data)) {
    if (value === undefined) continue;
    mask.push(path);
    put(fields, fieldNames(path), encodeValue(value));
  }
  const increments = Object.entries(write.increment ?? {});
  return {
    update: { name, fields },
    updateMask: { fieldPaths: [...mask, ...(write.remove ?? [])] },
    updateTransforms: increments.map(([fieldPath, by]) => ({ fieldPath, increment: encodeValue(by) })),
    currentDocument: write.if ?? (write.upsert ? undefined : { exists: true }),
  };
}

/** Builds the nested map in which a field path like `totals.valid` finds its value. */
function put(fields: Record<string, WireValue>, names: readonly string[], value: WireValue): void {
  const [name, ...rest] = names;
  if (name === undefined) return;
  if (rest.length === 0) {
    fields[name] = value;
    return;
  }
  const inner: Record<string, WireValue> = {};
  const present = fields[name];
  if (present !== undefined && 'mapValue' in present) Object.assign(inner, present.mapValue.fields);
  put(inner, rest, value);
  fields[name] = { mapValue: { fields: inner satisfies WireFields } };
}

const OPERATORS: Record<FilterOperator, string> = {
  '==': 'EQUAL',
  '<': 'LESS_THAN',
  '<=': 'LESS_THAN_OR_EQUAL',
  '>': 'GREATER_THAN',
  '>=': 'GREATER_THAN_OR_EQUAL',
  in: 'IN',
  'array-contains': 'ARRAY_CONTAINS',
};

export function encodeQuery(root: string, query: CountQuery & Partial<Query>): object {
  const { orderBy, startAfter, select, limit } = query;
  const value = (field: string, of: unknown): WireValue => encodeOperand(root, field, of);
  return {
    from: [{ collectionId: documentId(query.collection) }],
    where: encodeFilters(query.where ?? [], value),
    orderBy: orderBy?.map(([fieldPath, direction]) => ({
      field: { fieldPath },
      direction: direction === 'asc' ? 'ASCENDING' : 'DESCENDING',
    })),
    startAt: startAfter && {
      before: false,
      values: startAfter.map((of, index) => value(orderBy?.[index]?.[0] ?? '__name__', of)),
    },
    select: select && {
      fields: (select.length === 0 ? ['__name__'] : select).map((fieldPath) => ({ fieldPath })),
    },
    limit,
  };
}

function encodeFilters(filters: readonly Filter[], value: (field: string, of: unknown) => WireValue) {
  if (filters.length === 0) return undefined;
  const encoded = filters.map(([fieldPath, op, operand]) =>
    op === '==' && operand === null
      ? { unaryFilter: { field: { fieldPath }, op: 'IS_NULL' } }
      : { fieldFilter: { field: { fieldPath }, op: OPERATORS[op], value: value(fieldPath, operand) } },
  );
  return encoded.length === 1 ? encoded[0] : { compositeFilter: { op: 'AND', filters: encoded } };
}

/** `__name__` compares with documents, everything else with values. */
function encodeOperand(root: string, field: string, value: unknown): WireValue {
  if (field !== '__name__') return encodeValue(value);
  if (Array.isArray(value))
    return { arrayValue: { values: value.map((one) => encodeOperand(root, field, one)) } };
  return { referenceValue: documentName(root, String(value)) };
}
