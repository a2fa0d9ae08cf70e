import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Failure } from '../lib/failure.mjs';
import { localSecrets } from '../lib/secrets.ts';
import type { StackVariables } from './variables.ts';

/**
 * Fills the emulators with the demo data, in a process of its own, as the libraries read their addresses from
 * the environment once. Its chatter goes to demo-data.log in the run's folder.
 */
export async function seed(variables: StackVariables, folder: string): Promise<void> {
  const program = join(import.meta.dirname, '../demo/run.ts');
  const file = join(folder, 'demo-data.log');
  const log = openSync(file, 'w');
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...localSecrets(), ...variables },
    stdio: ['ignore', log, 'pipe'],
  });
  const said = child.stderr === null ? '' : text(child.stderr);
  const [code] = (await once(child, 'exit')) as [number | null];
  closeSync(log);
  if (code === 0) return;
  const reason = (await said).trim().split('\n').at(-1) ?? '';
  throw new Failure(`The demo data could not be written: ${reason}\nDetails are in ${file}.`);
}
