import { beforeAll, expect, it } from 'vitest';
import type { Case } from '../support/rulesCases.ts';
import { decisiveCases, nearestFirst } from '../support/rulesDecisive.ts';
import { clear, loadRules, RULES, seed, type Project } from '../support/rulesEmulator.ts';
import { mutantsOf, type Mutant } from '../support/rulesMutants.ts';
import { worldDocuments } from '../support/rulesRecords.ts';
import { firstSurprises, openWorld } from '../support/rulesWorld.ts';

/** A guard against hanging; it takes a tenth of that alone on two cores. */
const GUARD = 240_000;
const MUTANTS = mutantsOf(RULES);
const CASES = decisiveCases();

let projects: Project[];
beforeAll(async () => {
  projects = await Promise.all(['mutants-1', 'mutants-2', 'mutants-3'].map((name) => openWorld(name)));
}, GUARD);

it('no case is allowed to write', () => {
  expect(CASES.filter((one) => writes(one) && one.allowed)).toEqual([]);
});

it('the rules as they are pass every decisive case', { timeout: GUARD }, async () => {
  const [project] = projects;
  expect(project && (await firstSurprises(project, CASES))).toEqual([]);
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
  const noticed = await firstSurprises(project, nearestFirst(CASES, mutant, RULES));
  // No case may write: what a mutant let through has surprised, and is put right for the next one.
  if (noticed.some(writes)) {
    await clear(project);
    await seed(project, worldDocuments());
  }
  return noticed.length === 0;
}

function writes({ attempt }: Case): boolean {
  return attempt.op !== 'get' && attempt.op !== 'list';
}
