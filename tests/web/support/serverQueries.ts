import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AskedQuery } from './indexCoverage.ts';

/** A list of fields and directions, on one line or on several. */
const ORDERS = /orderBy: \[\s*((?:\['[\w.]+', '(?:asc|desc)'\],?\s*)+)\]/;

/** Every query of the server's operations, read out of their text: they are written as plain literals. */
export function serverQueries(): { readonly queries: AskedQuery[]; readonly unread: string[] } {
  const root = join(import.meta.dirname, '../../../functions/src/operations');
  const queries: AskedQuery[] = [];
  const unread: string[] = [];
  for (const file of globSync('**/*.ts', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8');
    const calls = text.split(/\.(?:query|count)(?:<[^(]*>)?\(\{/).slice(1);
    for (const call of calls) {
      const body = call.slice(0, call.indexOf('});')).replace(/\s+/g, ' ');
      const collection = /collection: '(\w+)'/.exec(body)?.[1];
      const where = [...(/where: \[(.*)\],/.exec(body)?.[1] ?? '').matchAll(/\['([\w.]+)', '(in|[<>=!]+)'/g)];
      const orderBy = [...(ORDERS.exec(body)?.[1] ?? '').matchAll(/\['([\w.]+)', '(asc|desc)'\]/g)];
      if (collection === undefined) unread.push(file);
      else
        queries.push({
          collection,
          where: where.map(([, field, op]) => [field ?? '', op === 'in' ? '==' : (op ?? '')]),
          orderBy: orderBy.map(([, field, direction]) => [
            field ?? '',
            direction === 'desc' ? 'desc' : 'asc',
          ]),
        });
    }
  }
  return { queries, unread };
}
