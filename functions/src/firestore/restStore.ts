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
  /** One attempt of a read. Two attempts and the pause between stay below 5 s. */
  readonly readDeadlineMs?: number;
  /** A commit has one attempt, so it may take longer; jobs that write 500 documents at once ask for more. */
  readonly commitDeadlineMs?: number;
}

/** The Store over Firestore's REST API (v1). */
export function restStore(options: RestStoreOptions): Store {
  const { transport, readDeadlineMs = 2_200, commitDeadlineMs = 4_500 } = options;
  const root = `projects/${options.projectId}/databases/(default)/documents`;

  const read = (path: string, body: object): Promise<unknown> => {
    const text = JSON.stringify(body);
    const attempt = (): Promise<unknown> => transport.post(path, text, readDeadlineMs);
    return attempt().catch((error: unknown) => {
      // A kept-alive connection that the other side closed meanwhile says nothing about Firestore.
      if (error instanceof ConnectionError) return attempt();
      throw error;
    });
  };

  return {
    async getAll<T>(paths: readonly string[]): Promise<Snapshot<T>[]> {
      if (paths.length === 0) return [];
      const names = paths.map((path) => documentName(root, path));
      // A document may be asked for once only; answers come in any order.
      const answer = asList(await read(`/v1/${root}:batchGet`, { documents: [...new Set(names)] }));
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
      const body = JSON.stringify({ writes: writes.map((write) => encodeWrite(root, write)) });
      const attempt = (): Promise<unknown> => transport.post(`/v1/${root}:commit`, body, commitDeadlineMs);
      await attempt().catch((error: unknown) => {
        if (error instanceof ConnectionError && (!error.sent || isRepeatable(writes))) return attempt();
        throw error;
      });
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
