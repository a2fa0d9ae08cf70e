import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { localSecrets } from './lib/secrets.ts';
import { root } from './lib/paths.ts';
import { runVerb } from './lib/verb.ts';
import { freeOffset } from './stack/ports.ts';
import { PROJECT } from './stack/variables.ts';
import { exitCode, withStack } from './stack/withStack.ts';

/** `npm run bench [-- P1 P5 ...]`: against FIRESTORE_EMULATOR_HOST where it is set, else a stack of its own. */
await runVerb(async (args) => {
  const { FIRESTORE_EMULATOR_HOST: running = '' } = process.env;
  if (running !== '') return bench(args, running).code;
  const options = { offset: await freeOffset(), demoData: false };
  return withStack(options, async ({ variables }, interrupted) => {
    const { child, code } = bench(args, variables.FIRESTORE_EMULATOR_HOST);
    void interrupted.then((signal) => child.kill(signal));
    return code;
  });
});

function bench(args: readonly string[], emulatorHost: string) {
  const program = join(root, 'tests/bench/main.ts');
  const env = {
    ...process.env,
    ...localSecrets(),
    GCLOUD_PROJECT: PROJECT,
    FIRESTORE_EMULATOR_HOST: emulatorHost,
  };
  const parts = args.filter((word) => word !== '--');
  const child = spawn(process.execPath, [program, ...parts], { env, stdio: 'inherit' });
  const code = new Promise<number>((resolve) => {
    child.on('exit', (status, signal) =>
      resolve(status ?? exitCode(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM')),
    );
  });
  return { child, code };
}
