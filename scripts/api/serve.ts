import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { builtFunctions } from '../build/functions.ts';
import { Failure } from '../lib/failure.mjs';
import { whenOrphaned } from '../lib/orphan.mjs';
import { localSecrets } from '../lib/secrets.ts';
import { isFree, offsetFromEnvironment, portsAt } from '../stack/ports.ts';
import { PROJECT } from '../stack/variables.ts';

export interface ApiOptions {
  readonly port: number;
  /** false = no rate limits, for load and race runs. */
  readonly limits: boolean;
}

/**
 * Turns this very process into the API as it is deployed, so that whoever started it may measure, interrupt
 * or kill exactly the server. Says so in one line once it answers, and never returns.
 */
export async function serveApi({ port, limits }: ApiOptions): Promise<never> {
  if (!(await isFree(port))) throw new Failure(`Port ${port} is taken: choose another one with --port.`);
  const folder = await builtFunctions();
  const firestore =
    process.env['FIRESTORE_EMULATOR_HOST'] || `127.0.0.1:${portsAt(offsetFromEnvironment()).firestore}`;
  Object.assign(process.env, {
    NODE_ENV: 'production',
    GCLOUD_PROJECT: process.env['GCLOUD_PROJECT'] || PROJECT,
    FIRESTORE_EMULATOR_HOST: firestore,
    LATCHKEY_RATE_LIMITS: limits ? 'on' : 'off',
    ...localSecrets(),
  });
  whenOrphaned(() => process.exit(0));
  // The framework has no function to start it by: it reads the command line as soon as it is imported.
  const framework = createRequire(import.meta.url).resolve('@google-cloud/functions-framework');
  process.argv = [process.execPath, framework, '--target=api', `--source=${folder}`, `--port=${port}`];
  await import(new URL('main.js', pathToFileURL(framework)).href);

  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(`${url}/v1/health`);
  const about = `Firestore ${firestore}, rate limits ${limits ? 'on' : 'off'}, process ${process.pid}`;
  process.stdout.write(`API ready at ${url} (${about})\n`);
  return new Promise(() => undefined);
}

async function untilItAnswers(url: string): Promise<void> {
  const giveUp = Date.now() + 30_000;
  for (;;) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    if (Date.now() > giveUp) throw new Failure('The API was started but does not answer.');
    await pause(50);
  }
}
