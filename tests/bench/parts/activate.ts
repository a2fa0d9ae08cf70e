import { more } from '../stand/goals.ts';
import type { Row } from '../stand/goals.ts';
import { compare } from '../stand/rounds.ts';
import { sides } from '../stand/sides.ts';
import type { Stand } from '../stand/stand.ts';

/** P7: activations on distinct licenses beside a bare transaction of two reads and two writes. */
export async function activate(stand: Stand): Promise<Row[]> {
  const product = await stand.start(stand.product(), 'activate');
  const baseline = await stand.start(stand.baseline('transaction'), 'transaction');
  try {
    const comparison = await compare(
      stand.load,
      [
        { server: product, question: 'activate' },
        { server: baseline, question: 'transaction' },
      ],
      16,
    );
    sides('activate at 16', comparison);
    const { failures } = comparison;
    return [
      {
        part: 'P7',
        what: 'activations on distinct licenses: requests/s at 16',
        beside: 'a transaction, 2 reads and 2 writes',
        goal: more(0.8, 1.8),
        measured: comparison.perSecond,
        ...(failures > 0 && { fault: `${failures} wrong answers` }),
      },
    ];
  } finally {
    await Promise.all([product.stop(), baseline.stop()]);
  }
}
