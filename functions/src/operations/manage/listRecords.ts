import type { Environment } from '@latchkey/domain/environment';
import { documentId, envPath } from '../../firestore/collections.ts';
import type { EnvironmentCollection } from '../../firestore/collections.ts';
import type { Filter, Query, Store } from '../../firestore/store.ts';

/** A list of records, the newest first. */
export interface RecordList {
  readonly collection: EnvironmentCollection;
  readonly where: readonly Filter[];
  /** The date by which it is ordered; records of one moment are by their ids. */
  readonly by: string;
  /** The fields that are read; all of them unless told. */
  readonly select?: readonly string[];
}

/** Id and environment are the record's place. */
interface Placed {
  readonly id: string;
  readonly environment: Environment;
}

/** Where a page ended. */
export interface Position {
  readonly at: Date;
  readonly id: string;
}

export interface RecordPage<T> {
  readonly rows: readonly T[];
  /** Where to go on; null = that was all. */
  readonly next: Position | null;
}

/** One page, and whether there is another: one row more than asked for is read. */
export async function listRecords<T extends Placed>(
  store: Store,
  environment: Environment,
  list: RecordList,
  after: Position | null,
  limit: number,
): Promise<RecordPage<T>> {
  const found = await store.query<Readonly<Record<string, unknown>>>(
    recordQuery(environment, list, after, limit + 1),
  );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const at = last?.data?.[list.by];
  const more = found.length > limit && last !== undefined && at instanceof Date;
  const rows = page.map(({ id, data }) => ({ id, environment, ...data }) as unknown as T);
  return { rows, next: more ? { at, id: last.id } : null };
}

/** One record by its id; null = there is none. */
export async function readRecord<T extends Placed>(
  store: Store,
  environment: Environment,
  collection: EnvironmentCollection,
  id: string,
): Promise<T | null> {
  const path = `${envPath(environment)}/${collection}/${documentId(id)}`;
  const [found] = await store.getAll<object>([path]);
  return found?.data === undefined ? null : ({ id, environment, ...found.data } as unknown as T);
}

/** What a page asks; a test holds every list of the management API against the indexes. */
export function recordQuery(
  environment: Environment,
  { collection, where, by, select }: RecordList,
  after: Position | null,
  limit: number,
): Query {
  const parent = envPath(environment);
  return {
    parent,
    collection,
    where,
    orderBy: [
      [by, 'desc'],
      ['__name__', 'desc'],
    ],
    limit,
    ...(select && { select: select.includes(by) ? select : [...select, by] }),
    ...(after && { startAfter: [after.at, `${parent}/${collection}/${after.id}`] }),
  };
}
