import { readArgs } from './lib/args.ts';
import { runVerb } from './lib/verb.ts';
import { greeting } from './stack/greeting.ts';
import { offsetFromEnvironment } from './stack/ports.ts';
import { withStack } from './stack/withStack.ts';

await runVerb((args) => {
  const { keep = false } = readArgs(args, { keep: { type: 'boolean' } }, 'npm start [-- --keep]');
  const options = { offset: offsetFromEnvironment(), keep, save: true, ticking: true };
  return withStack(options, async (stack, interrupted) => {
    process.stdout.write(greeting(stack));
    await interrupted;
    return 0;
  });
});
