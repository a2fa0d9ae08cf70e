import { ConflictError, UnavailableError } from './store.ts';
import type { CountQuery, Query, Snapshot, Store, Write } from './store.ts';
import { StoreError } from './failures.ts';
import { ConnectionError } from './transport.ts';
import type { Transport } from './transport.ts';
import { decodeFields } from './values.ts';
import type { WireFields } from './values.ts';
import { documentName, encodeQuery, encodeWrite, parentName } from './wire.ts';

export interface RestStoreOptions {
  readonly projectId: string;
  readonly transport: Transport;
  /**
   * What one request may take, so that an outage is an answer in less than 5 s; waiting in a line
   * that moves does not count. One long attempt rather than two short ones: a second request only
   * adds to what keeps a busy Firestore busy.
   */
  readonly deadlineMs?: number;
}

/** The Store over Firestore's REST API (v1). */
export function restStore(options: RestStoreOptions): Store {
  const { transport, deadlineMs = 4_400 } = options;
  const root = `projects/${options.projectId}/databases/(default)/documents`;

  /** A second attempt only where a connection broke, which is known at once. */
  const post = (
    path: string,
    body: object,
    mayRepeat: (error: ConnectionError) => boolean,
  ): Promise<unknown> => {
    const text = JSON.stringify(body);
    const attempt = (): Promise<unknown> => transport.post(path, text, deadlineMs);
    return attempt().catch((error: unknown) => {
      if (error instanceof ConnectionError && mayRepeat(error)) return attempt();
      throw error;
    });
  };
  const read = (path: string, body: object): Promise<unknown> => post(path, body, () => true);

  return {
    async getAll<T>(paths: readonly string[], fields?: readonly string[]): Promise<Snapshot<T>[]> {
      if (paths.length === 0) return [];
      const names = paths.map((path) => documentName(root, path));
      // A document may be asked for once only; answers come in any order.
      const mask = fields && { fieldPaths: fields };
      const answer = asList(await read(`/v1/${root}:batchGet`, { documents: [...new Set(names)], mask }));
      const found = new Map<string, WireDocument>();
      let seen = 0;
      for (const row of answer) {
        if (row.found !== undefined) found.set(row.found.name, row.found);
        if (row.found !== undefined || row.missing !== undefined) seen++;
      }
      // Fewer rows than documents would read as "missing": never decide on half an answer.
      if (seen < new Set(names).size) throw new UnavailableError('Firestore cut its answer short');
      return paths.map((path, index) => snapshot<T>(path, found.get(names[index] ?? '')));
    },

    async query<T>(query: Query): Promise<Snapshot<T>[]> {
      const structuredQuery = encodeQuery(root, query);
      const path = `/v1/${parentName(root, query.parent)}:runQuery`;
      const rows = asList(await read(path, { structuredQuery }).catch(notAConflict));
      return rows.flatMap(({ document }) =>
        document === undefined ? [] : [snapshot<T>(document.name.slice(root.length + 1), document)],
      );
    },

    async count(filter: CountQuery, upTo?: number): Promise<number> {
      const count = upTo === undefined ? {} : { upTo: String(upTo) };
      const structuredAggregationQuery = {
        structuredQuery: encodeQuery(root, filter),
        aggregations: [{ alias: 'count', count }],
      };
      const path = `/v1/${parentName(root, filter.parent)}:runAggregationQuery`;
      const rows = asList(await read(path, { structuredAggregationQuery }).catch(notAConflict));
      const counted = rows[0]?.result?.aggregateFields.count?.integerValue;
      if (counted === undefined) throw new UnavailableError('Firestore gave no count');
      return Number(counted);
    },

    async commit(writes: readonly Write[]): Promise<void> {
      if (writes.length === 0) return;
      const body = { writes: writes.map((write) => encodeWrite(root, write)) };
      await post(`/v1/${root}:commit`, body, (error) => !error.sent || isRepeatable(writes));
    },
  };
}

interface WireDocument {
  readonly name: string;
  readonly fields?: WireFields;
  readonly updateTime: string;
}

/** Rows of batchGet, runQuery and runAggregationQuery; each method fills its own members. */
interface Row {
  readonly found?: WireDocument;
  readonly missing?: string;
  readonly document?: WireDocument;
  readonly result?: {
    readonly aggregateFields: Readonly<Record<string, { readonly integerValue?: string }>>;
  };
}

function asList(answer: unknown): readonly Row[] {
  if (!Array.isArray(answer)) throw new UnavailableError('Firestore answered in another form');
  return answer as readonly Row[];
}

function snapshot<T>(path: string, document: WireDocument | undefined): Snapshot<T> {
  const id = path.slice(path.lastIndexOf('/') + 1);
  if (document === undefined) return { path, id, data: undefined, updateTime: undefined };
  // What a collection holds is known to whoever asked: only the server writes.
  return { path, id, data: decodeFields(document.fields) as T, updateTime: document.updateTime };
}

/** A query cannot conflict: FAILED_PRECONDITION there says that an index is missing. */
function notAConflict(error: unknown): never {
  throw error instanceof ConflictError ? new StoreError(error.message) : error;
}

/**
 * Whether sending the commit again does no harm although the first may have been applied: either
 * its own success makes the second fail as a conflict (and the caller reads again), or nothing in
 * it adds up.
 */
function isRepeatable(writes: readonly Write[]): boolean {
  const adds = writes.some(
    (write) => write.kind === 'update' && Object.keys(write.increment ?? {}).length > 0,
  );
  const guarded = writes.some(
    (write) => write.kind === 'set' && write.if !== undefined && 'exists' in write.if && !write.if.exists,
  );
  return guarded || !adds;
}
