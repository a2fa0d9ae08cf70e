import type { Case } from './rulesCases.ts';
import { isAllowed, loadRules, newProject, RULES, seed, type Project } from './rulesEmulator.ts';
import { worldDocuments } from './rulesRecords.ts';

const AT_ONCE = 16;

/**
 * A project with these rules and all the matrix's documents in it. Throws if an anonymous read gets through:
 * an emulator that started without rules would make every "allowed" look right.
 */
export async function openWorld(name: string, rules: string = RULES): Promise<Project> {
  const project = newProject(name);
  await loadRules(project, rules);
  await seed(project, worldDocuments());
  const anonymous = { op: 'get', path: 'environments/production/licenses/of-a' } as const;
  if (await isAllowed(project, null, anonymous)) throw new Error('The emulator answers without rules.');
  return project;
}

/** Those cases that came out otherwise than they must, in words; all of them, a batch at a time. */
export async function surprises(project: Project, cases: readonly Case[]): Promise<string[]> {
  const found: string[] = [];
  for (let start = 0; start < cases.length; start += AT_ONCE) {
    found.push(...(await surprisesInBatch(project, cases.slice(start, start + AT_ONCE))).map(inWords));
  }
  return found;
}

/** The cases of the first batch that surprises; asks no further then. None at all when everything is as it must be. */
export async function firstSurprises(project: Project, cases: readonly Case[]): Promise<Case[]> {
  for (let start = 0; start < cases.length; start += AT_ONCE) {
    const found = await surprisesInBatch(project, cases.slice(start, start + AT_ONCE));
    if (found.length > 0) return found;
  }
  return [];
}

async function surprisesInBatch(project: Project, batch: readonly Case[]): Promise<Case[]> {
  const allowed = await Promise.all(batch.map((one) => isAllowed(project, one.person.token, one.attempt)));
  return batch.filter((one, at) => allowed[at] !== one.allowed);
}

function inWords({ person, attempt, allowed }: Case): string {
  return `${person.name}: ${JSON.stringify(attempt)} was ${allowed ? 'denied' : 'allowed'}`;
}
