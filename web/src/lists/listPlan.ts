import type { Ref } from 'vue';
import type { OrderBy, RawDoc, Where } from '../firebase/description.ts';
import type { Sort } from '../ui/listTable.ts';
import type { UrlQuery } from './listUrl.ts';

/** What the rows are called: "license", "licenses". */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** How many rows a filter leaves; null while it is not known. Not live: `refresh` asks again. */
export interface Total {
  readonly total: Readonly<Ref<number | null>>;
  readonly refresh: () => void;
}

/** All that a filter leaves, in its order; pages, counts and exports are cut out of it. */
export interface ListQuery {
  readonly collection: string;
  readonly where: readonly Where[];
  /** Ends with ['__name__', direction], so that no row is lost between two pages. */
  readonly orderBy: readonly OrderBy[];
}

/** What is searched by index pieces: equality filters alone, so that the answer has no order of its own. */
export interface SearchQuery extends Omit<ListQuery, 'orderBy'> {
  /** How many to look at for the first 100 matches; more than these where the index knows not all of the filter. */
  readonly looksAt?: number;
}

/** What the list itself knows of a filter: a text that waits for a pause in typing, and an order. */
export interface Known {
  readonly search?: string;
  readonly sort?: Sort;
}

export interface Identified {
  readonly id: string;
}

/** All that tells one list from another; `useList` does the rest. */
export interface ListPlan<Row extends Identified, Filter extends object> {
  readonly noun: Noun;
  /** Reads the filter out of an address that anybody may have written; what is not known is left out. */
  readonly filterOf: (query: UrlQuery) => Filter;
  /** The same filter as an address, defaults left out. `page`, `after` and `before` belong to the list. */
  readonly urlOf: (filter: Filter) => Record<string, string>;
  readonly query: (filter: Filter) => ListQuery;
  /** Fields that the query orders by have the same names in the row. */
  readonly read: (id: string, data: RawDoc['data']) => Row;
  /** A contains-search, where the collection has one; without it a text narrows `query` down itself. */
  readonly search?: {
    /** null = too short to search. */
    readonly query: (filter: Filter) => SearchQuery | null;
    /** The index only narrows down: whether the row really fits. */
    readonly matches: (row: Row, filter: Filter) => boolean;
  };
  /** Where counting up to 500 in the browser is not enough, or cannot be done for every filter. */
  readonly total?: (filter: () => Filter | null) => Total;
}

/** Where the rows of a list come from, for walks over all of them. */
export interface RowSource<Row extends Identified> {
  readonly query: ListQuery;
  /** Set while something is searched: it finds rows in no order, and a few that only seem to match. */
  readonly search: SearchQuery | null;
  readonly matches: (row: Row) => boolean;
  readonly read: (id: string, data: RawDoc['data']) => Row;
}
