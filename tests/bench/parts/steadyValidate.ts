import { less, more } from '../stand/goals.ts';
import type { Row } from '../stand/goals.ts';
import { compare } from '../stand/rounds.ts';
import { sides } from '../stand/sides.ts';
import type { Stand } from '../stand/stand.ts';

const CONNECTIONS = [1, 16, 64];
const BESIDE = 'reading the two documents';

/** P1, P2, P3: a steady validate beside a function that only reads the same two documents. */
export async function steadyValidate(stand: Stand): Promise<Row[]> {
  const product = await stand.start(stand.product(), 'validate');
  const baseline = await stand.start(stand.baseline('readTwo'), 'readTwo');
  const rows: Row[] = [];
  try {
    for (const connections of CONNECTIONS) {
      const comparison = await compare(
        stand.load,
        [
          { server: product, question: 'validate' },
          { server: baseline, question: 'readTwo' },
        ],
        connections,
      );
      sides(`validate at ${connections}`, comparison);
      const { perSecond, p99, cpu, failures } = comparison;
      const fault = failures > 0 ? { fault: `${failures} wrong answers` } : {};
      // Alone on its connection a request waits for the network most of the time: shown, not held to a goal.
      const held = connections > 1;
      const row = { beside: BESIDE, ...fault };
      rows.push(
        {
          part: 'P1',
          what: `validate: requests/s at ${connections}`,
          goal: held ? more(0.85, 2) : null,
          measured: perSecond,
          ...row,
        },
        {
          part: 'P2',
          what: `validate: p99 at ${connections}`,
          goal: held ? less(1.25, 0.7) : null,
          measured: p99,
          ...row,
        },
        {
          part: 'P3',
          what: `validate: CPU per request at ${connections}`,
          goal: held ? less(1.2, 0.6) : null,
          measured: cpu,
          ...row,
        },
      );
    }
  } finally {
    await Promise.all([product.stop(), baseline.stop()]);
  }
  return rows.sort((a, b) => a.part.localeCompare(b.part));
}
