import { foldEmail } from '../customer/customer.ts';
import { foldKey } from '../key/fold.ts';
import type { RowProblem } from './readRow.ts';
import type { ImportRow } from './rows.ts';
import type { ImportSubject } from './subjects.ts';

/** Rows that name again what an earlier line names: one of them must be wrong, and only the person knows which. */
export function repeatedRows(subject: ImportSubject, rows: readonly ImportRow[]): RowProblem[] {
  const firstLines = new Map<string, number>();
  const problems: RowProblem[] = [];
  for (const row of rows) {
    for (const { column, value } of namesOf(subject, row)) {
      const first = firstLines.get(`${column} ${value}`);
      if (first === undefined) firstLines.set(`${column} ${value}`, row.line);
      else {
        const sentence = `${column} stands in line ${first} already. Leave one of the two out.`;
        problems.push({ line: row.line, column, sentence });
      }
    }
  }
  return problems;
}

/** What may stand in a file only once. */
function namesOf(subject: ImportSubject, row: ImportRow): { column: string; value: string }[] {
  if (subject === 'customers') return [{ column: 'E-mail', value: foldEmail(row.email ?? '') }];
  const key = 'key' in row ? row.key : undefined;
  const reference = 'reference' in row ? row.reference : undefined;
  // References of assignments are told by product, those of licenses by themselves.
  const product = subject === 'assignments' && 'product' in row ? (row.product ?? '') : '';
  return [
    ...(key === undefined ? [] : [{ column: 'Key', value: foldKey(key) }]),
    ...(reference === undefined || (subject === 'assignments' && key !== undefined)
      ? []
      : [{ column: 'Reference', value: `${product.toLowerCase()} ${reference}` }]),
  ];
}
