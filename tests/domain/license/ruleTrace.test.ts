import { VERDICT_CODES } from '@latchkey/domain/license/codes';
import { ruleTrace } from '@latchkey/domain/license/ruleTrace';
import { codesInOrder } from '@latchkey/domain/license/validation';
import { describe, expect, test } from 'vitest';

const ACTIONS = ['validate', 'activate', 'deactivate'] as const;

describe('the rules on the way to a verdict', () => {
  test.each(ACTIONS)('%s: they come in the order of the contract, and the last one is a yes', (action) => {
    const codes = codesInOrder(action);
    expect(codes).toEqual(VERDICT_CODES.filter((code) => codes.includes(code)));
    expect(codes.at(-1)).toBe(
      { validate: 'VALID', activate: 'ACTIVATED', deactivate: 'DEACTIVATED' }[action],
    );
  });

  test.each(ACTIONS.flatMap((action) => codesInOrder(action).map((code) => [action, code] as const)))(
    '%s, %s: one rule decides, those before it passed, those after it are not reached',
    (action, code) => {
      const steps = ruleTrace(action, code);
      const decides = steps.findIndex((step) => step.outcome === 'decides');
      expect(steps[decides]?.code).toBe(code);
      expect(steps.slice(0, decides).every((step) => step.outcome === 'passed')).toBe(true);
      expect(steps.slice(decides + 1).every((step) => step.outcome === 'not reached')).toBe(true);
    },
  );

  test('every code has a rule in some question', () => {
    const codes = new Set(ACTIONS.flatMap((action) => codesInOrder(action)));
    expect([...codes].toSorted()).toEqual([...VERDICT_CODES].toSorted());
  });
});
