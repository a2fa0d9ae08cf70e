import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface AskedQuery {
  /** The last part of the collection's path. */
  readonly collection: string;
  readonly where: readonly (readonly [field: string, op: string])[];
  readonly orderBy: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
}

export interface CompositeIndex {
  readonly collectionGroup: string;
  readonly queryScope: string;
  readonly fields: readonly { readonly fieldPath: string; readonly order: 'ASCENDING' | 'DESCENDING' }[];
}

export interface IndexFile {
  readonly indexes: readonly CompositeIndex[];
  readonly fieldOverrides: readonly {
    readonly collectionGroup: string;
    readonly fieldPath: string;
    readonly indexes: readonly { readonly order?: 'ASCENDING' | 'DESCENDING' }[];
  }[];
}

export function readIndexFile(): IndexFile {
  return JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../firestore.indexes.json'), 'utf8'),
  ) as IndexFile;
}

const ORDER = { asc: 'ASCENDING', desc: 'DESCENDING' } as const;

/** Whether a field has its automatic index in this order; an override of a map counts for what is in it. */
export function hasSingleField(
  file: IndexFile,
  collection: string,
  field: string,
  order: 'asc' | 'desc',
): boolean {
  const override = file.fieldOverrides.find(
    ({ collectionGroup, fieldPath }) =>
      collectionGroup === collection && (fieldPath === field || field.startsWith(`${fieldPath}.`)),
  );
  return override === undefined || override.indexes.some((index) => index.order === ORDER[order]);
}

export type Coverage =
  | { readonly covered: true; readonly used: readonly CompositeIndex[] }
  | { readonly covered: false; readonly why: string };

/**
 * Whether Firestore can answer a query from the declared indexes: equalities alone are merged from
 * single-field indexes; one ordered or ranged field alone has its own; several orders, or equalities with an order, need composite
 * indexes that end in that very order and together name every equality. Indexes are not read backwards.
 */
export function cover(file: IndexFile, query: AskedQuery): Coverage {
  const equal = query.where.filter(([, op]) => op === '==').map(([field]) => field);
  const ranged = [...new Set(query.where.filter(([, op]) => op !== '==').map(([field]) => field))];
  const orders =
    query.orderBy.length > 0 ? [...query.orderBy] : ranged.map((field) => [field, 'asc'] as const);
  if (ranged.some((field) => !orders.some(([order]) => order === field))) {
    return no('a range has to be among the orders');
  }
  const named = orders.filter(([field]) => field !== '__name__');
  const last = named.at(-1)?.[1] ?? 'asc';
  if (orders.some(([field, direction]) => field === '__name__' && direction !== last)) {
    return no('ids have to follow the direction of the last field');
  }
  const first = named[0];
  if (first === undefined) {
    const lacking = equal.filter((field) => !hasSingleField(file, query.collection, field, 'asc'));
    return lacking.length === 0
      ? { covered: true, used: [] }
      : no(`single-field index of ${lacking.join()} is off`);
  }
  if (equal.length === 0 && named.length === 1) {
    const on = hasSingleField(file, query.collection, first[0], first[1]);
    return on ? { covered: true, used: [] } : no(`single-field index of ${first.join(' ')} is off`);
  }
  const tail = named.map(([field, direction]) => `${field} ${ORDER[direction]}`).join();
  const used = file.indexes.filter(({ collectionGroup, queryScope, fields }) => {
    const head = fields.slice(0, -named.length).map(({ fieldPath }) => fieldPath);
    const end = fields.slice(-named.length).map(({ fieldPath, order }) => `${fieldPath} ${order}`);
    const fits = collectionGroup === query.collection && queryScope === 'COLLECTION' && end.join() === tail;
    return fits && head.every((field) => equal.includes(field));
  });
  const merged = new Set(used.flatMap(({ fields }) => fields.map(({ fieldPath }) => fieldPath)));
  const lacking = equal.filter((field) => !merged.has(field));
  return used.length > 0 && lacking.length === 0
    ? { covered: true, used }
    : no(`no index on ${lacking.join()} ends in ${tail}`);
}

function no(why: string): Coverage {
  return { covered: false, why };
}
