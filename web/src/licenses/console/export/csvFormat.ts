import Papa from 'papaparse';
import { csvCell } from '@latchkey/domain/csv/cell';
import { UNLIMITED } from '@latchkey/domain/license/license';
import type { ExportFormat } from './exportFormat.ts';
import type { ExportRow } from './exportRow.ts';

/** One place for titles and cells, so that they cannot fall out of step. */
const CELLS: { readonly [Name in keyof ExportRow]: (row: ExportRow) => string | number | null } = {
  id: (row) => row.id,
  key: (row) => row.key,
  productId: (row) => row.productId,
  productName: (row) => row.productName,
  environment: (row) => row.environment,
  status: (row) => row.status,
  storedStatus: (row) => row.storedStatus,
  customerEmail: (row) => row.customerEmail,
  customerName: (row) => row.customerName,
  // The word, because a cell that begins with a minus is what formulas look like.
  activationLimit: (row) => (row.activationLimit === UNLIMITED ? 'unlimited' : row.activationLimit),
  activationCount: (row) => row.activationCount,
  expires: (row) => row.expires,
  graceDays: (row) => row.graceDays,
  createdAt: (row) => row.createdAt,
  features: (row) => JSON.stringify(row.features),
};
const LINE_END = '\r\n';
/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

function line(cells: readonly (string | number | null)[]): string {
  return Papa.unparse([cells.map((cell) => csvCell(cell))], { newline: LINE_END }) + LINE_END;
}

/** RFC 4180, in UTF-8 with a byte order mark, safe to open in a spreadsheet. */
export const csvFormat: ExportFormat = {
  extension: '.csv',
  mime: 'text/csv',
  head: BYTE_ORDER_MARK + line(Object.keys(CELLS)),
  row: (row) => line(Object.values(CELLS).map((cell) => cell(row))),
  between: '',
  tail: '',
};
