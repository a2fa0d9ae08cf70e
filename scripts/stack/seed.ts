import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '../lib/failure.mjs';
import { localSecrets } from '../lib/secrets.ts';
import type { StackVariables } from './variables.ts';

/**
 * Fills the emulators with the demo data, in a process of its own, as the libraries read their addresses from
 * the environment once.
 */
export async function seed(variables: StackVariables): Promise<void> {
  const program = join(import.meta.dirname, '../demo/run.ts');
  const env = { ...process.env, ...localSecrets(), ...variables };
  try {
    await promisify(execFile)(process.execPath, [program], { env, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Failure(`The demo data could not be written:\n${said.trim().slice(-3000)}`);
  }
}
