import { spawn } from 'node:child_process';
import { Failure } from './lib/failure.mjs';
import { runVerb } from './lib/verb.ts';
import { offsetFromEnvironment } from './stack/ports.ts';
import { exitCode, withStack } from './stack/withStack.ts';

await runVerb((args) => {
  // npm takes the "--" away; whoever calls the script itself may leave it in.
  const command = args[0] === '--' ? args.slice(1) : args;
  if (command.length === 0) throw new Failure('Usage: npm run stack -- COMMAND...');
  return withStack({ offset: offsetFromEnvironment() }, async ({ variables }, interrupted) => {
    const { child, code } = run(command, { ...process.env, ...variables });
    void interrupted.then((signal) => child.kill(signal));
    return code;
  });
});

/** Words are a program and its arguments; one quoted text is for the shell. */
function run([program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv) {
  const shell = args.length === 0 && /\s/.test(program);
  const child = spawn(program, args, { env, shell, stdio: 'inherit' });
  const code = new Promise<number>((resolve, reject) => {
    child.on('error', () => reject(new Failure(`"${program}" could not be started.`)));
    child.on('exit', (status, signal) =>
      resolve(status ?? (signal === 'SIGINT' ? exitCode('SIGINT') : exitCode('SIGTERM'))),
    );
  });
  return { child, code };
}
