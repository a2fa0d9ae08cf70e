import { testSecrets } from '../support/secrets.ts';
import { PARTS } from './parts/parts.ts';
import { sameAgainstSame } from './parts/sameAgainstSame.ts';
import type { Row } from './stand/goals.ts';
import { keep } from './stand/keep.ts';
import { table } from './stand/report.ts';
import { openStand } from './stand/stand.ts';

/**
 * Runs the named parts (none named = all) against the emulator of FIRESTORE_EMULATOR_HOST, prints the
 * table and keeps the figures in latest.json. Slow is a result, not an error.
 */
const names = process.argv.slice(2).map((name) => name.toUpperCase());
if (!process.env['FIRESTORE_EMULATOR_HOST']) throw new Error('FIRESTORE_EMULATOR_HOST is not set');
Object.assign(process.env, testSecrets(), {
  GCLOUD_PROJECT: process.env['GCLOUD_PROJECT'] ?? 'demo-latchkey',
});

const wanted = (part: { names: readonly string[] }): boolean =>
  names.length === 0 || part.names.some((name) => names.includes(name));
const chosen = PARTS.filter(wanted);
if (chosen.length === 0) {
  process.stderr.write(`Known parts: ${PARTS.flatMap((part) => part.names).join(', ')}.\n`);
  process.exit(1);
}
const rows: Row[] = [];
const order = ['A/A', ...PARTS.flatMap((part) => part.names)];
const stand = await openStand();
try {
  if (chosen.some(({ needsFairness }) => needsFairness)) rows.push(await sameAgainstSame(stand));
  for (const part of chosen) {
    const measured = await part.run(stand).catch((error: unknown) => broken(part.names, error));
    rows.push(...measured);
    // At once: what an hour has measured does not go with a later part that breaks.
    keep(rows, order);
  }
} finally {
  await stand.close();
}
process.stdout.write(`\n${table(rows)}\n`);
process.exit();

function broken(names: readonly string[], error: unknown): [] {
  process.stderr.write(`${names.join(', ')} broke off: ${String(error)}\n`);
  process.exitCode = 1;
  return [];
}
