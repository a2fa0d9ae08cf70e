import type { ImportRow } from './rows.ts';
import { IMPORT_PAGE_CHARACTERS, IMPORT_PAGE_ROWS } from './subjects.ts';

/** A file's rows in the pages in which they are sent, stored and carried out. */
export function importPages<Row extends ImportRow>(rows: readonly Row[]): Row[][] {
  const pages: Row[][] = [];
  let page: Row[] = [];
  let size = 0;
  for (const row of rows) {
    const length = JSON.stringify(row).length;
    if (page.length === IMPORT_PAGE_ROWS || (page.length > 0 && size + length > IMPORT_PAGE_CHARACTERS)) {
      pages.push(page);
      page = [];
      size = 0;
    }
    page.push(row);
    size += length;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}
