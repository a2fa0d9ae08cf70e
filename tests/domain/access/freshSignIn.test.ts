import { isFreshSignIn } from '@latchkey/domain/access/freshSignIn';
import { reauthMinutes } from '@latchkey/domain/settings/security';
import { describe, expect, test } from 'vitest';
import { later, NOW, SECOND } from '../../support/builders.ts';

describe('how old a sign-in may be', () => {
  test.each([
    ['a second short of the limit', 5, 5 * 60 - 1, true],
    ['at the limit', 5, 5 * 60, false],
    ['this moment', 1, 0, true],
    ['dated ahead by a clock that is off', 5, -30, true],
    ['any age where the question is switched off', null, 1e9, true],
  ] as const)('%s', (_name, minutes, seconds, fresh) => {
    expect(isFreshSignIn(later(-seconds * SECOND), minutes, NOW)).toBe(fresh);
  });
});

describe('the minutes of the settings', () => {
  test.each([
    [undefined, 5],
    [null, 5],
    [{}, 5],
    [{ reauthMinutes: null }, null],
    [{ reauthMinutes: 1 }, 1],
    [{ reauthMinutes: 1440 }, 1440],
    [{ reauthMinutes: 0 }, 5],
    [{ reauthMinutes: 1441 }, 5],
    [{ reauthMinutes: 2.5 }, 5],
    [{ reauthMinutes: '15' }, 5],
    [{ reauthMinutes: false }, 5],
  ] as const)('%j gives %j: only a stored null switches it off', (stored, minutes) => {
    expect(reauthMinutes(stored)).toBe(minutes);
  });
});
