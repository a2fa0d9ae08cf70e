import { runChecks } from './checks/run.ts';
import { readArgs } from './lib/args.ts';
import { Failure } from './lib/failure.mjs';
import { say } from './lib/progress.mjs';
import { runVerb } from './lib/verb.ts';
import { getEquipped } from './testing/equipment.ts';
import { chosenParts } from './testing/parts.ts';
import { runTests } from './testing/runTests.ts';
import { add, nothing, type Tally } from './testing/tally.ts';

const usage = 'npm test [-- --only static,domain,web,rules,functions,browser]';

await runVerb(async (args) => {
  const chosen = chosenParts(readArgs(args, { only: { type: 'string' } }, usage).only);
  // What has to be fetched waits for others, what is checked for the processor: both at once, where no line is live.
  const equipped = getEquipped(chosen);
  equipped.catch(() => undefined);
  if (process.stderr.isTTY) await equipped.catch(() => undefined);
  const checked = chosen.includes('static') ? await checkCode() : nothing;
  const tested = checked.failed > 0 ? nothing : await equipped.then(() => runTests(chosen)).catch(explained);
  const { passed, failed } = add(checked, tested);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});

async function checkCode(): Promise<Tally> {
  const { passed, failed } = await runChecks();
  if (failed.length > 0) {
    say(
      `\nNot in order: ${failed.join(', ')}; no test was run. "npm run format" mends what can be mended by itself.`,
    );
  }
  return { passed, failed: failed.length };
}

/** What keeps the tests from running is a sentence, and counts: the totals are always the last line. */
function explained(error: unknown): Tally {
  if (!(error instanceof Failure)) throw error;
  say(`\n${error.message}`);
  return { passed: 0, failed: 1 };
}
