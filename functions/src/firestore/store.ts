/**
 * The one door to Firestore: every operation reads and writes through this interface.
 *
 * Paths are relative to the database root (`environments/production/licenses/abc`) and come from
 * `collections.ts`. Values are null, boolean, number, string, Date (a timestamp), arrays and plain
 * objects; members that are `undefined` are left out.
 */
export interface Store {
  /**
   * Reads documents in one round trip and as of one moment; the order of `paths` is kept. With
   * `fields` (top-level names) the documents come with these only, and still in their real version.
   */
  getAll<T>(paths: readonly string[], fields?: readonly string[]): Promise<Snapshot<T>[]>;
  /** Runs one query; every snapshot has data (only the selected fields when `select` is given). */
  query<T>(query: Query): Promise<Snapshot<T>[]>;
  /** Counts on the server, at most up to `upTo`. */
  count(filter: CountQuery, upTo?: number): Promise<number>;
  /** All writes or none. Throws ConflictError when a precondition does not hold. */
  commit(writes: readonly Write[]): Promise<void>;
}

export interface Snapshot<T> {
  readonly path: string;
  /** Last segment of the path. */
  readonly id: string;
  /** undefined = there is no such document. */
  readonly data: T | undefined;
  /** Version of the document as read, to be handed back as a precondition. */
  readonly updateTime: string | undefined;
}

export type Precondition = { readonly exists: boolean } | { readonly updateTime: string };

export type Write = SetWrite | UpdateWrite | DeleteWrite | CheckWrite;

/** The whole document. With `if: { exists: false }` it is a create. */
export interface SetWrite {
  readonly kind: 'set';
  readonly path: string;
  readonly data: object;
  readonly if?: Precondition;
}

/**
 * Some fields of a document that must exist (unless `if` says otherwise). Keys of `data`, `remove`
 * and `increment` are field paths: `status`, or `totals.valid` for a member of a map.
 * A name that itself holds a dot goes through `fieldPath()`.
 */
export interface UpdateWrite {
  readonly kind: 'update';
  readonly path: string;
  readonly data: object;
  readonly remove?: readonly string[];
  /** Added on the server; a missing field counts as 0. */
  readonly increment?: Readonly<Record<string, number>>;
  readonly if?: Precondition;
  /** A document that is missing is made of these fields. */
  readonly upsert?: true;
}

export interface DeleteWrite {
  readonly kind: 'delete';
  readonly path: string;
  readonly if?: Precondition;
}

/** Writes nothing; the commit fails when the document is no longer as it was read. */
export interface CheckWrite {
  readonly kind: 'check';
  readonly path: string;
  readonly if: Precondition;
}

export type Filter = readonly [field: string, op: FilterOperator, value: unknown];
export type FilterOperator = '==' | '<' | '<=' | '>' | '>=' | 'in' | 'array-contains';

export interface CountQuery {
  /** Document above the collection (`environments/production`); empty for a top-level collection. */
  readonly parent: string;
  readonly collection: string;
  readonly where?: readonly Filter[];
  /** Changes no number; for a count it says which index can tell it. */
  readonly orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
}

/** The field `__name__` is the document's own path, in filters, order and cursors. */
export interface Query extends CountQuery {
  readonly limit: number;
  /** One value for each `orderBy`. */
  readonly startAfter?: readonly unknown[];
  readonly select?: readonly string[];
}

/** A precondition failed or somebody else was writing: read again and decide again. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

/** Firestore could not be reached or did not answer in time. Nothing is known about a commit under way. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}

/** Picks the handle of a document that must not have changed since it was read. */
export function unchanged(snapshot: Snapshot<unknown>): Precondition {
  return snapshot.updateTime === undefined ? { exists: false } : { updateTime: snapshot.updateTime };
}
