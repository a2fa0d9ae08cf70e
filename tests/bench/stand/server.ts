import { fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../../support/apiProcess.ts';

/** The package names no such file for import, so it is found by its place. */
const FRAMEWORK = join(
  import.meta.dirname,
  '../../../node_modules/@google-cloud/functions-framework/build/src/main.js',
);
const CPU_REPORTER = join(import.meta.dirname, 'cpuReporter.mjs');

const SURROUNDINGS = {
  NODE_ENV: 'production',
  LATCHKEY_RATE_LIMITS: 'off',
  // firebase-admin would look for the cloud it runs in; there is none.
  METADATA_SERVER_DETECTION: 'none',
};

export interface Server {
  readonly url: string;
  /** CPU time of the process so far, all threads, in microseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

export interface Program {
  readonly folder: string;
  /** File within the folder; absent = what its package.json names. */
  readonly source?: string;
  readonly target: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Spawns a function under the Functions Framework and returns at once; `untilAnswers` waits for it. */
export async function spawnServer({ folder, source, target, env }: Program): Promise<Server> {
  const port = await freePort();
  const args = [`--target=${target}`, `--port=${port}`, ...(source ? [`--source=${source}`] : [])];
  const child = fork(FRAMEWORK, args, {
    cwd: folder,
    execArgv: ['--import', CPU_REPORTER],
    env: { ...process.env, ...SURROUNDINGS, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  return {
    url: `http://127.0.0.1:${port}`,
    async cpu() {
      const told = once(child, 'message') as Promise<[number]>;
      child.send('cpu');
      return (await told)[0];
    },
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Asks again and again until the answer has the marker in it; gives up after 20 s. */
export async function untilAnswers(
  server: Server,
  path: string,
  body: string,
  marker: string,
): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  for (;;) {
    const answer = await post(server.url + path, body).catch(String);
    if (answer.includes(marker)) return;
    if (performance.now() > giveUpAt) throw new Error(`${path} does not answer as it should: ${answer}`);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
}

export function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const outgoing = request(url, { method: 'POST', headers }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (part: string) => (text += part));
      incoming.on('end', () => resolve(text));
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
