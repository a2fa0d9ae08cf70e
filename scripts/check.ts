import { runChecks } from './checks/run.ts';
import { runVerb } from './lib/verb.ts';
import { say } from './lib/progress.mjs';

await runVerb(async () => {
  const { failed } = await runChecks();
  if (failed.length === 0) return 0;
  say(`\nNot in order: ${failed.join(', ')}. "npm run format" mends what can be mended by itself.`);
  return 1;
});
