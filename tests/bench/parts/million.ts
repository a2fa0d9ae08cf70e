import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:http';
import type { Row } from '../stand/goals.ts';
import { less } from '../stand/goals.ts';
import { QUESTIONS } from '../stand/questions.ts';
import type { Server } from '../stand/server.ts';
import type { Stand } from '../stand/stand.ts';
import { atTheAdapter, CALLS } from './cost.ts';

/** US dollars for a million of each, as Google lists them for a region, free tiers aside (2026). */
const READ = 0.3;
const WRITE = 0.9;
const REQUEST = 0.4;
const BUSY_MILLISECOND = 0.0246;
const GIBIBYTE_OUT = 0.12;

const CONNECTIONS = 16;
const WARM_UP_SECONDS = 2;
const SECONDS = 6;

/** P14: what a million steady validations cost, from what one of them was measured to need. */
export async function million(stand: Stand): Promise<Row[]> {
  const { reads, writes } = await atTheAdapter();
  const server = await stand.start(stand.product(), 'validate');
  try {
    const milliseconds = await busy(stand, server);
    const bytes = await answerBytes(server);
    process.stderr.write(`  a validation: ${milliseconds.toFixed(3)} ms busy, ${bytes} bytes out\n`);
    const measured =
      (READ * reads) / CALLS +
      (WRITE * writes) / CALLS +
      REQUEST +
      BUSY_MILLISECOND * milliseconds +
      GIBIBYTE_OUT * ((bytes * 1e6) / 2 ** 30);
    return [
      {
        part: 'P14',
        what: 'a million validations, US dollars',
        beside: '2 reads and 1 ms each: 1.11',
        goal: less(1.2, 1),
        measured,
      },
    ];
  } finally {
    await server.stop();
  }
}

/** Milliseconds of the server's CPU for one validation, several under way at once. */
async function busy({ load }: Stand, server: Server): Promise<number> {
  const order = { url: server.url, question: 'validate', connections: CONNECTIONS } as const;
  await load.run({ ...order, seconds: WARM_UP_SECONDS });
  const before = await server.cpu();
  const { answers, failures } = await load.run({ ...order, seconds: SECONDS });
  if (failures > 0) throw new Error(`${failures} wrong answers`);
  return ((await server.cpu()) - before) / answers / 1000;
}

/** Bytes of one answer as they leave, head included, on a connection that is kept. */
async function answerBytes({ url }: Server): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const before = await received(url, agent);
    return (await received(url, agent)) - before;
  } finally {
    agent.destroy();
  }
}

function received(url: string, agent: Agent): Promise<number> {
  const { path, body } = QUESTIONS.validate;
  const headers = { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { method: 'POST', agent, headers }, (answer: IncomingMessage) => {
      const { socket } = answer;
      answer.on('end', () => {
        resolve(socket.bytesRead);
      });
      answer.resume();
    });
    asked.on('error', reject);
    asked.end(body(0));
  });
}
