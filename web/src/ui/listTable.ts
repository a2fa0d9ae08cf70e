/** One column, as data. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Plain text of the cell; a slot `cell-<key>` shows it in its own way instead. */
  readonly text?: (row: Row) => string;
  /** Numbers stand on the right, in figures of equal width. */
  readonly numeric?: boolean;
  /** CSS width, such as "160px"; the rest shares what is left. */
  readonly width?: string;
  /** Its title sorts the list. */
  readonly sortable?: boolean;
  /** May be switched off by the person; the first columns usually may not. */
  readonly hideable?: boolean;
}

/** Which rows are ticked; a list that is given one has a box before each row. */
export interface RowSelection<Row> {
  readonly has: (row: Row) => boolean;
  /** What is ticked of the rows to be seen. */
  readonly page: 'none' | 'some' | 'all';
  /** Names a row for screen readers: "license DEMO-FUL". */
  readonly nameOf: (row: Row) => string;
  /** `range`: everything from the row ticked last up to this one. */
  readonly toggle: (row: Row, range: boolean) => void;
  readonly togglePage: () => void;
}

export interface Sort<Key extends string = string> {
  readonly key: Key;
  readonly direction: 'asc' | 'desc';
}

/** The order after a click on a column's title: ascending first, then turned round. */
export function nextSort(current: Sort | null, key: string): Sort {
  const turned = current?.key === key && current.direction === 'asc';
  return { key, direction: turned ? 'desc' : 'asc' };
}
