import { expect, it } from 'vitest';
import { allCases } from '../support/rulesCases.ts';
import { coverageOf } from '../support/rulesCoverage.ts';
import { coverageReport, RULES } from '../support/rulesEmulator.ts';
import { limitCases } from '../support/rulesLimits.ts';
import { openWorld, surprises } from '../support/rulesWorld.ts';

it('the matrix and the limits evaluate every expression of the rules, every boolean both ways', async () => {
  const project = await openWorld('coverage');
  const reads = allCases().filter(({ attempt }) => attempt.op === 'get' || attempt.op === 'list');
  expect(await surprises(project, [...reads, ...limitCases()])).toEqual([]);

  const { expressions, booleans, missing } = coverageOf(await coverageReport(project), RULES);
  expect(missing).toEqual([]);
  // Far fewer would mean that the report has changed its form and this test has gone blind.
  expect(expressions).toBeGreaterThan(100);
  expect(booleans).toBeGreaterThan(50);
});
