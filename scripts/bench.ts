import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { localSecrets } from './lib/secrets.ts';
import { root } from './lib/paths.ts';
import { runVerb } from './lib/verb.ts';
import { freeOffset } from './stack/ports.ts';
import { PROJECT } from './stack/variables.ts';
import { exitCode, withStack } from './stack/withStack.ts';

/**
 * How the emulator's Java runs while it is measured with. It keeps every version of every document, deleted ones
 * too: hundreds of thousands fill the quarter of the machine that Java takes by itself. The collector of its own
 * choice works beside the program in fits that halve the speed for seconds; this one pauses briefly and evenly.
 */
const JAVA = '-XX:+UseParallelGC -Xmn512m -XX:InitialRAMPercentage=60 -XX:MaxRAMPercentage=60';

/** `npm run bench [-- P1 P5 ...]`: against FIRESTORE_EMULATOR_HOST where it is set, else a stack of its own. */
await runVerb(async (args) => {
  const { FIRESTORE_EMULATOR_HOST: running = '' } = process.env;
  if (running !== '') return bench(args, { FIRESTORE_EMULATOR_HOST: running }).code;
  process.env['JDK_JAVA_OPTIONS'] ??= JAVA;
  const options = { offset: await freeOffset(), demoData: false };
  return withStack(options, async ({ variables }, interrupted) => {
    const { child, code } = bench(args, variables);
    void interrupted.then((signal) => child.kill(signal));
    return code;
  });
});

/** @param variables where the stack is: its Firestore at least, all of it for what is measured in a browser */
function bench(args: readonly string[], variables: Readonly<Record<string, string>>) {
  const program = join(root, 'tests/bench/main.ts');
  const env = {
    ...process.env,
    ...localSecrets(),
    ...variables,
    GCLOUD_PROJECT: PROJECT,
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
