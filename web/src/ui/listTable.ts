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

export interface Sort<Key extends string = string> {
  readonly key: Key;
  readonly direction: 'asc' | 'desc';
}

/** The order after a click on a column's title: ascending first, then turned round. */
export function nextSort(current: Sort | null, key: string): Sort {
  const turned = current?.key === key && current.direction === 'asc';
  return { key, direction: turned ? 'desc' : 'asc' };
}
