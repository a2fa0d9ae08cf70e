import type { Row } from '../stand/goals.ts';
import { compare } from '../stand/rounds.ts';
import { sides } from '../stand/sides.ts';
import type { Stand } from '../stand/stand.ts';

/** Two processes of the product against each other: unless they come out alike, the run does not count. */
export async function sameAgainstSame(stand: Stand): Promise<Row> {
  const servers = await Promise.all([1, 2].map(() => stand.start(stand.product(), 'validate')));
  const [a, b] = servers;
  try {
    if (a === undefined || b === undefined) throw new Error('two servers were asked for');
    const comparison = await compare(
      stand.load,
      [
        { server: a, question: 'validate' },
        { server: b, question: 'validate' },
      ],
      16,
    );
    sides('A against A', comparison);
    const measured = comparison.perSecond;
    const fair = measured >= 0.9 && measured <= 1.1 && comparison.failures === 0;
    const row = {
      part: 'A/A',
      what: 'validate: requests/s at 16',
      beside: 'itself (0.9 to 1.1)',
      goal: null,
    };
    return fair ? { ...row, measured } : { ...row, measured, fault: 'the run does not count' };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}
