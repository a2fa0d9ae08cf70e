import { Failure } from '../lib/failure.mjs';
import { localSecrets } from '../lib/secrets.ts';
import { freeOffset } from '../stack/ports.ts';
import { withStack } from '../stack/withStack.ts';
import { ensureBrowser } from './browser.ts';
import { ensureLanguages } from './languages.ts';
import { needsStack, vitestProjects, type Part } from './parts.ts';
import { runPlaywright, runVitest, type Surroundings } from './runners.ts';
import { add, nothing, type Tally } from './tally.ts';

/**
 * The browser tests run in groups, each on a stack of its own: the Firestore emulator goes on serving the
 * listeners of browsers that are gone, and after some dozens of them answers nobody in time.
 */
const BROWSER_GROUPS: readonly (readonly string[])[] = [
  ['--project=black-box'],
  ...['1/6', '2/6', '3/6', '4/6', '5/6', '6/6'].map((shard) => ['--project=flows', `--shard=${shard}`]),
];

/** Runs the chosen tests, beside stacks of their own where they need one. */
export async function runTests(chosen: readonly Part[]): Promise<Tally> {
  if (chosen.includes('browser')) await ensureBrowser();
  if (chosen.includes('functions')) await ensureLanguages();
  let tally = await unitTests(chosen);
  if (!chosen.includes('browser')) return tally;
  for (const group of BROWSER_GROUPS) {
    tally = add(tally, await besideStack((surroundings) => runPlaywright(group, surroundings)));
  }
  return tally;
}

async function unitTests(chosen: readonly Part[]): Promise<Tally> {
  const projects = vitestProjects(chosen);
  if (projects.length === 0) return nothing;
  if (!needsStack(projects)) {
    return runVitest(projects, { variables: {}, signal: new AbortController().signal });
  }
  return besideStack(({ variables, signal }) =>
    runVitest(projects, { variables: { ...localSecrets(), ...variables }, signal }),
  );
}

/** Interrupted, the runner ends first, then the stack, then this process. */
async function besideStack(run: (surroundings: Surroundings) => Promise<Tally>): Promise<Tally> {
  const abort = new AbortController();
  let tally = nothing;
  await withStack({ offset: await freeOffset() }, async ({ variables }, interrupted) => {
    void interrupted.then((signal) => {
      abort.abort(signal);
    });
    tally = await run({ variables, signal: abort.signal });
    return 0;
  });
  if (abort.signal.aborted) throw new Failure('The tests were interrupted.');
  return tally;
}
