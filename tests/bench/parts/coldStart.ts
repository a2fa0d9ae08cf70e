import { less } from '../stand/goals.ts';
import type { Row } from '../stand/goals.ts';
import { QUESTIONS } from '../stand/questions.ts';
import type { QuestionName } from '../stand/questions.ts';
import { median } from '../stand/rounds.ts';
import type { Program } from '../stand/server.ts';
import { spawnServer, untilAnswers } from '../stand/server.ts';
import type { Stand } from '../stand/stand.ts';

const ROUNDS = 15;

/** P4: from the spawn of the process to its first signed answer, beside a function that does nothing. */
export async function coldStart(stand: Stand): Promise<Row[]> {
  // Once each unmeasured: files come from the disk's cache afterwards, for both.
  await start(stand.product(), 'validate');
  await start(stand.baseline('trivial'), 'trivial');
  const times: { product: number; trivial: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const product = await start(stand.product(), 'validate');
    times.push({ product, trivial: await start(stand.baseline('trivial'), 'trivial') });
  }
  const own = median(times.map(({ product }) => product));
  const least = median(times.map(({ trivial }) => trivial));
  process.stderr.write(`  cold start: ${Math.round(own)} ms, beside ${Math.round(least)} ms\n`);
  const measured = median(times.map(({ product, trivial }) => product / trivial));
  return [
    {
      part: 'P4',
      what: 'cold start to the first validate',
      beside: 'an empty function',
      goal: less(2.8, 1.3),
      measured,
    },
  ];
}

/** Milliseconds from spawn to the first right answer. */
async function start(program: Program, question: QuestionName): Promise<number> {
  const { path, body, marker } = QUESTIONS[question];
  const began = performance.now();
  const server = await spawnServer(program);
  try {
    await untilAnswers(server, path, body(0), marker);
    return performance.now() - began;
  } finally {
    await server.stop();
  }
}
