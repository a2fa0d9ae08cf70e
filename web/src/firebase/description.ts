/** A query in plain data, so that whoever asks needs no Firebase. Dates are Dates. */
export interface QueryDescription {
  /** Path of the collection, such as "environments/production/licenses". */
  readonly collection: string;
  readonly where?: readonly Where[];
  /** For cursors to be exact, end with ['__name__', direction]. */
  readonly orderBy?: readonly OrderBy[];
  /** The rules refuse lists without one (100 for customers, 500 in the console). */
  readonly limit: number;
  /** The orderBy values of the last row before this page. */
  readonly startAfter?: readonly unknown[];
  /** The orderBy values of the first row after this page; the page is then the rows just before it. */
  readonly endBefore?: readonly unknown[];
}

export type Where = readonly [field: string, op: WhereOp, value: unknown];
export type WhereOp =
  '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not-in' | 'array-contains' | 'array-contains-any';
export type OrderBy = readonly [field: string, direction: 'asc' | 'desc'];

/** A document as it comes: timestamps already turned into Dates, at any depth. */
export interface RawDoc {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Snapshot<T> {
  readonly value: T;
  /** Not confirmed by the server: it may be out of date. */
  readonly fromCache: boolean;
}

export type Stop = () => void;

/** Where live data comes from: Firestore in the app, a stand-in in tests. */
export interface LiveSource {
  watchQuery(
    query: QueryDescription,
    next: (s: Snapshot<RawDoc[]>) => void,
    fail: (e: unknown) => void,
  ): Stop;
  watchDoc(path: string, next: (s: Snapshot<RawDoc | null>) => void, fail: (e: unknown) => void): Stop;
  /** One page, once, from the server: what is remembered here may be out of date or incomplete. */
  readPage(query: QueryDescription): Promise<RawDoc[]>;
  /**
   * Counts on the server, up to the query's limit (the rules refuse to count without one); costs one read per
   * 1,000 index entries. Order and cursors do not apply.
   */
  count(query: QueryDescription): Promise<number>;
}
