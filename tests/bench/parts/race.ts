import { less } from '../stand/goals.ts';
import type { Row } from '../stand/goals.ts';
import { median } from '../stand/rounds.ts';
import { seedEmpty } from '../stand/seed.ts';
import type { Server } from '../stand/server.ts';
import { post } from '../stand/server.ts';
import type { Stand } from '../stand/stand.ts';

const RACERS = 200;
const LIMIT = 5;
const PROCESSES = 4;
const RUNS = 5;

interface Outcome {
  readonly milliseconds: number;
  readonly won: number;
  readonly refused: number;
}

/** P6: 200 devices want the 5 slots of one license at once, through 4 processes; beside, one after another. */
export async function race(stand: Stand): Promise<Row[]> {
  const started = Array.from({ length: PROCESSES }, () => stand.start(stand.product(), 'validate'));
  const servers = await Promise.all(started);
  const ratios: number[] = [];
  const faults: string[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      const queue = await inTurn(servers, await freshKey(run, 'queue'));
      const crowd = await atOnce(servers, await freshKey(run, 'crowd'));
      process.stderr.write(
        `  race: ${Math.round(crowd.milliseconds)} ms, in turn ${Math.round(queue.milliseconds)} ms\n`,
      );
      ratios.push(crowd.milliseconds / queue.milliseconds);
      faults.push(...[queue, crowd].flatMap(faultOf));
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
  return [
    {
      part: 'P6',
      what: `${RACERS} activations race for ${LIMIT} slots from ${PROCESSES} processes, ${RUNS} runs`,
      beside: 'one after another',
      goal: less(2, 1),
      measured: median(ratios),
      ...(faults[0] !== undefined && { fault: faults[0] }),
    },
  ];
}

async function freshKey(run: number, name: string): Promise<string> {
  const key = `RACE-${name}-${run}-${Date.now().toString(36)}`;
  await seedEmpty(key, LIMIT);
  return key;
}

async function inTurn(servers: readonly Server[], key: string): Promise<Outcome> {
  const answers: string[] = [];
  const began = performance.now();
  for (let racer = 0; racer < RACERS; racer++) answers.push(await activate(servers, key, racer));
  return outcome(began, answers);
}

async function atOnce(servers: readonly Server[], key: string): Promise<Outcome> {
  const began = performance.now();
  const answers = await Promise.all(
    Array.from({ length: RACERS }, (_, racer) => activate(servers, key, racer)),
  );
  return outcome(began, answers);
}

function activate(servers: readonly Server[], key: string, racer: number): Promise<string> {
  const server = servers[racer % servers.length];
  if (server === undefined) throw new Error('no server');
  return post(`${server.url}/v1/activate`, JSON.stringify({ key, identifier: `RACER-${racer}` }));
}

function outcome(began: number, answers: readonly string[]): Outcome {
  const milliseconds = performance.now() - began;
  const having = (code: string): number => answers.filter((text) => text.includes(`"code":"${code}"`)).length;
  return { milliseconds, won: having('ACTIVATED'), refused: having('LIMIT_EXCEEDED') };
}

function faultOf({ won, refused }: Outcome): string[] {
  if (won === LIMIT && refused === RACERS - LIMIT) return [];
  return [`${won} won, ${refused} refused, ${RACERS - won - refused} others`];
}
