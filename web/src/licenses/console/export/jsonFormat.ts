import type { ExportFormat } from './exportFormat.ts';

/** One array, a license a line. */
export const jsonFormat: ExportFormat = {
  extension: '.json',
  mime: 'application/json',
  head: '[\n',
  row: (row) => JSON.stringify(row),
  between: ',\n',
  tail: '\n]\n',
};
