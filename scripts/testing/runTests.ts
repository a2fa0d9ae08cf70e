import { localSecrets } from '../lib/secrets.ts';
import { freeOffset } from '../stack/ports.ts';
import { withStack } from '../stack/withStack.ts';
import { ensureBrowser } from './browser.ts';
import { needsStack, vitestProjects, type Part } from './parts.ts';
import { runPlaywright, runVitest, type Surroundings } from './runners.ts';
import { add, nothing, type Tally } from './tally.ts';

/** Runs the chosen tests, beside a stack of their own where they need one. */
export async function runTests(chosen: readonly Part[]): Promise<Tally> {
  const abort = new AbortController();
  if (!needsStack(chosen)) return unitTests(chosen, { variables: {}, signal: abort.signal });
  if (chosen.includes('browser')) await ensureBrowser();
  let tally = nothing;
  await withStack({ offset: await freeOffset() }, async ({ variables }, interrupted) => {
    void interrupted.then(() => abort.abort());
    const { signal } = abort;
    tally = await unitTests(chosen, { variables: { ...localSecrets(), ...variables }, signal });
    if (chosen.includes('browser')) tally = add(tally, await runPlaywright({ variables, signal }));
    return 0;
  });
  return tally;
}

async function unitTests(chosen: readonly Part[], surroundings: Surroundings): Promise<Tally> {
  const projects = vitestProjects(chosen);
  return projects.length === 0 ? nothing : runVitest(projects, surroundings);
}
