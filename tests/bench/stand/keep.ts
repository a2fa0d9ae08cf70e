import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './goals.ts';
import { records } from './report.ts';

type Kept = ReturnType<typeof records>[number];

/**
 * Keeps what was measured in latest.json. A run of some parts replaces the rows of those parts only,
 * as measuring everything takes twenty minutes; rows measured with other versions are dropped, because
 * figures of two versions must not stand in one table.
 */
export function keep(rows: readonly Row[], order: readonly string[]): void {
  const file = join(import.meta.dirname, '../latest.json');
  const now = { versions: versions(), results: records(rows) };
  const before = JSON.parse(readFileSync(file, 'utf8')) as typeof now;
  const same = JSON.stringify(before.versions) === JSON.stringify(now.versions);
  const measured = new Set(now.results.map(figure));
  const results = [
    ...(same ? before.results.filter((row) => !measured.has(figure(row))) : []),
    ...now.results,
  ];
  const place = ({ part }: Kept): number => order.indexOf(part);
  results.sort((a, b) => place(a) - place(b));
  writeFileSync(file, `${JSON.stringify({ ...now, results }, null, 2)}\n`);
}

/** All figures of a part stand or fall together; of "itself beside itself" there is one for each part. */
function figure({ part, what }: Kept): string {
  return part === 'A/A' ? `${part} ${what}` : part;
}

/** What was measured with; read from the files, as not every package lets its package.json be imported. */
function versions(): Record<string, string> {
  const modules = join(import.meta.dirname, '../../../node_modules');
  const of = (name: string): string =>
    (JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string }).version;
  const packages = [
    '@google-cloud/functions-framework',
    'firebase-functions',
    'firebase-admin',
    'autocannon',
  ];
  return { node: process.versions.node, ...Object.fromEntries(packages.map((name) => [name, of(name)])) };
}
