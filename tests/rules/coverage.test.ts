import { expect, it } from 'vitest';
import { coverageOf } from '../support/rulesCoverage.ts';
import { coverageReport, RULES } from '../support/rulesEmulator.ts';
import { decisiveCases } from '../support/rulesDecisive.ts';
import { openWorld, surprises } from '../support/rulesWorld.ts';

/** A guard against hanging; it takes a tenth of that alone on two cores. */
const GUARD = 180_000;

it(
  'the decisive cases evaluate every expression of the rules, every boolean both ways',
  { timeout: GUARD },
  async () => {
    const project = await openWorld('coverage');
    expect(await surprises(project, decisiveCases())).toEqual([]);

    const { expressions, booleans, missing } = coverageOf(await coverageReport(project), RULES);
    expect(missing).toEqual([]);
    // Far fewer would mean that the report has changed its form and this test has gone blind.
    expect(expressions).toBeGreaterThan(150);
    expect(booleans).toBeGreaterThan(75);
  },
);
