import { describe, expect, test } from 'vitest';
import { ProblemError, toProblem } from '../../web/src/firebase/errors.ts';

describe('failures in words', () => {
  test('an unknown address and a wrong password give the same answer, code and all', () => {
    const answers = ['auth/user-not-found', 'auth/wrong-password', 'auth/invalid-credential'].map((code) =>
      toProblem({ code }),
    );
    expect(new Set(answers.map((problem) => JSON.stringify(problem))).size).toBe(1);
  });

  test.each([
    ['auth/network-request-failed', true],
    ['functions/unavailable', true],
    ['functions/aborted', true],
    ['permission-denied', false],
    ['functions/failed-precondition', false],
    ['auth/invalid-credential', false],
  ])('%s: trying again helps = %s', (code, retryable) => {
    expect(toProblem({ code }).retryable).toBe(retryable);
  });

  test("the server's own sentence is shown where it says more", () => {
    const problem = toProblem({
      code: 'functions/failed-precondition',
      message: 'A revoked license cannot be edited. [400]',
    });
    expect(problem).toMatchObject({
      code: 'failed-precondition',
      sentence: 'A revoked license cannot be edited.',
    });
  });

  test('an inner text of an outage is not shown', () => {
    const problem = toProblem({ code: 'functions/internal', message: 'TypeError: x is undefined at y.js:1' });
    expect(problem.sentence).not.toContain('TypeError');
  });

  test('a call that no server answered is told as missing connection, never as our recorded mistake', () => {
    const problem = (message: string) => toProblem({ code: 'functions/internal', message });
    expect(problem('internal [0]').code).toBe('unavailable');
    expect(problem('Something broke. [500]').code).toBe('internal');
  });

  test('the refusal code of the domain is the one for support', () => {
    const problem = toProblem({
      code: 'functions/failed-precondition',
      message: 'X',
      details: { code: 'NOT_ALLOWED_IN_STATE' },
    });
    expect(problem.code).toBe('NOT_ALLOWED_IN_STATE');
  });

  test.each([[new Error('secret text')], ['text'], [null], [undefined], [{ code: 7 }]])(
    'whatever was thrown becomes a plain sentence: %s',
    (thrown) => {
      const problem = toProblem(thrown);
      expect(problem.code).toBe('unknown');
      expect(problem.sentence).not.toContain('secret');
    },
  );

  test('a problem stays what it is', () => {
    const problem = toProblem({ code: 'aborted' });
    expect(toProblem(new ProblemError(problem))).toBe(problem);
  });
});
