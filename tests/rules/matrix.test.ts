import { beforeAll, describe, expect, it } from 'vitest';
import { AREAS, casesOf, type Case } from '../support/rulesCases.ts';
import { isAllowed, type Project } from '../support/rulesEmulator.ts';
import { PEOPLE } from '../support/rulesPeople.ts';
import { openWorld, surprises } from '../support/rulesWorld.ts';

let project: Project;
beforeAll(async () => {
  project = await openWorld('matrix');
});

it('an anonymous read is refused: the emulator runs with rules', async () => {
  const attempt = { op: 'get', path: 'environments/production/licenses/of-a' } as const;
  expect(await isAllowed(project, null, attempt)).toBe(false);
});

describe.each(PEOPLE)('$name', (person) => {
  it.each(AREAS.map((area) => ({ area, cases: casesOf(person, area) })).map(named))(
    '$name',
    async ({ cases }) => {
      expect(await surprises(project, cases)).toEqual([]);
    },
  );
});

/** The guarantee in words: what of this collection the person may read, out of the cases themselves. */
function named({ area, cases }: { area: string; cases: readonly Case[] }): {
  name: string;
  cases: readonly Case[];
} {
  const read = cases.filter((one) => one.allowed).map((one) => `${one.attempt.op} ${readable(one)}`);
  return {
    name: `${area}: ${read.length > 0 ? `may ${read.join(', ')}` : 'reads nothing'}; writes nothing`,
    cases,
  };
}

function readable({ attempt, person }: Case): string {
  const path = attempt.path.replace('environments/', '').replace(person.uid, 'their own');
  const whose = attempt.op === 'list' ? attempt.where?.['customerId'] : undefined;
  return whose === undefined ? path : `${path} of ${String(whose ?? 'nobody')}`;
}
