import { beforeAll, expect, it } from 'vitest';
import { decisiveCases, nearestFirst } from '../support/rulesDecisive.ts';
import { clear, loadRules, RULES, seed, type Project } from '../support/rulesEmulator.ts';
import { mutantsOf, type Mutant } from '../support/rulesMutants.ts';
import { worldDocuments } from '../support/rulesRecords.ts';
import { firstSurprise, openWorld } from '../support/rulesWorld.ts';

/** A guard against hanging; it takes a tenth of that alone on two cores. */
const GUARD = 240_000;
const MUTANTS = mutantsOf(RULES);
const CASES = decisiveCases();

let projects: Project[];
beforeAll(async () => {
  projects = await Promise.all(['mutants-1', 'mutants-2', 'mutants-3'].map((name) => openWorld(name)));
}, GUARD);

it('the rules as they are pass every decisive case', { timeout: GUARD }, async () => {
  const [project] = projects;
  expect(project && (await firstSurprise(project, CASES))).toBe(null);
});

it('at least 95 % of the mistakes one could make in the rules are noticed', { timeout: GUARD }, async () => {
  const left = [...MUTANTS];
  const survivors: string[] = [];
  await Promise.all(
    projects.map(async (project) => {
      for (let mutant = left.pop(); mutant; mutant = left.pop()) {
        if (await survives(project, mutant)) survivors.push(`line ${mutant.line}: ${mutant.what}`);
      }
    }),
  );
  const killed = MUTANTS.length - survivors.length;
  expect(MUTANTS.length).toBeGreaterThan(150);
  expect(killed / MUTANTS.length, `survivors:\n${survivors.join('\n')}`).toBeGreaterThanOrEqual(0.95);
});

async function survives(project: Project, mutant: Mutant): Promise<boolean> {
  await loadRules(project, mutant.rules);
  // The one before may have let a write through.
  await clear(project);
  await seed(project, worldDocuments());
  return (await firstSurprise(project, nearestFirst(CASES, mutant, RULES))) === null;
}
