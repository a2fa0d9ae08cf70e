import { beforeAll, expect, it } from 'vitest';
import { isAllowed, type Project } from '../support/rulesEmulator.ts';
import { limitCases } from '../support/rulesLimits.ts';
import { openWorld } from '../support/rulesWorld.ts';

let project: Project;
beforeAll(async () => {
  project = await openWorld('limits');
});

const CASES = limitCases().map((one) => ({
  ...one,
  asked: one.attempt.op === 'list' ? (one.attempt.limit ?? 'no limit') : '',
  answer: one.allowed ? 'may' : 'may not',
}));

it.each(CASES)('$person.name $answer list $area with $asked', async ({ person, attempt, allowed }) => {
  expect(await isAllowed(project, person.token, attempt)).toBe(allowed);
});
