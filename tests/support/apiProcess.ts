import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFunctions } from '../../functions/build.ts';
import { testSecrets } from './secrets.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FRAMEWORK = join(ROOT, 'node_modules/@google-cloud/functions-framework/build/src/main.js');

export interface ApiProcess {
  /** http://127.0.0.1:port */
  readonly url: string;
  readonly pid: number;
  /** Everything the process has written so far, both streams. */
  log(): string;
  /** Ends the process (SIGKILL for fault tests) and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface ApiOptions {
  /** Name of the exported function. */
  readonly target?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What `bundle` has made, for whoever starts the same again and again; removes it himself. */
  readonly folder?: string;
}

/**
 * Starts the HTTP API in a process of its own as it runs when deployed: bundled, under the
 * Functions Framework, NODE_ENV=production. Returns once it answers.
 */
export async function startApi(options: ApiOptions = {}): Promise<ApiProcess> {
  const { target = 'api', port = await freePort() } = options;
  const folder = options.folder ?? (await bundle());
  const child = spawn(process.execPath, [FRAMEWORK, `--target=${target}`, `--port=${port}`], {
    cwd: folder,
    env: { ...surroundings(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (written += part.toString()));
  const url = `http://127.0.0.1:${port}`;
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    await end(child, signal);
    if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    await answers(target === 'api' ? `${url}/v1/health` : url, child);
  } catch (error) {
    await stop('SIGKILL');
    throw new Error(`the API did not start: ${written.slice(0, 2_000)}`, { cause: error });
  }
  return { url, pid: child.pid ?? 0, log: () => written, stop };
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** Below node_modules, so that what stays outside the bundle resolves and git does not see it. */
export async function bundle(): Promise<string> {
  const cache = join(ROOT, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'latchkey-api-'));
  await bundleFunctions(folder);
  return folder;
}

function surroundings(): NodeJS.ProcessEnv {
  const { PATH, HOME, FIRESTORE_EMULATOR_HOST } = process.env;
  return {
    PATH,
    HOME,
    FIRESTORE_EMULATOR_HOST,
    GCLOUD_PROJECT: process.env['GCLOUD_PROJECT'] ?? 'demo-latchkey',
    NODE_ENV: 'production',
    ...testSecrets(),
  };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + 20_000;
  while (child.exitCode === null) {
    try {
      // A callable has no health of its own; it says 400 to a GET.
      if ((await fetch(url)).status <= 400) return;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > giveUpAt) throw new Error('it does not answer');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`it ended with code ${child.exitCode}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
