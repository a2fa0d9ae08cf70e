import { Failure } from '../lib/failure.mjs';
import { localSecrets } from '../lib/secrets.ts';
import { freeOffset } from '../stack/ports.ts';
import { withStack } from '../stack/withStack.ts';
import { needsStack, vitestProjects, type Part } from './parts.ts';
import { runPlaywright, runVitest, type Surroundings } from './runners.ts';
import { add, nothing, type Tally } from './tally.ts';

/**
 * The browser tests run in groups, each on a stack of its own: the Firestore emulator goes on serving the
 * listeners of pages that are gone (it forgets them only when they are removed one by one, not when their channel
 * is closed), and after some dozens of them answers nobody in time.
 */
const BROWSER_GROUPS: readonly (readonly string[])[] = [
  ['--project=black-box'],
  ...['1/6', '2/6', '3/6', '4/6', '5/6', '6/6'].map((shard) => ['--project=flows', `--shard=${shard}`]),
];

/** Runs the chosen tests, beside stacks of their own where they need one. */
export async function runTests(chosen: readonly Part[]): Promise<Tally> {
  const tally = await unitTests(chosen);
  return chosen.includes('browser') ? add(tally, await browserTests()) : tally;
}

/** One group after the other; the stack of each starts while the tests of the one before it run. */
async function browserTests(): Promise<Tally> {
  const groups: Promise<Tally>[] = [];
  let before: Promise<unknown> = Promise.resolve();
  for (const group of BROWSER_GROUPS) {
    const turn = before;
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const tally = besideStack(async (surroundings) => {
      await turn;
      begin();
      return runPlaywright(group, surroundings);
    });
    groups.push(tally);
    before = tally;
    // Whoever comes next hears of a failure, be it later.
    tally.catch(() => undefined);
    await Promise.race([begun, tally]);
  }
  return add(...(await Promise.all(groups)));
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
