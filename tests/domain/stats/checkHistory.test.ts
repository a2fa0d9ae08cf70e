import { describe, expect, test } from 'vitest';
import { VERDICT_CODES, isOk } from '@latchkey/domain/license/codes';
import { checkHistory, refusalCounts } from '@latchkey/domain/stats/checkHistory';
import type { CheckStats } from '@latchkey/domain/stats/day';
import { checkField, hourName, startOfHour, statsDay } from '@latchkey/domain/stats/day';

const at = (text: string): Date => new Date(text);
const day = (name: string, hours: CheckStats['hours']): CheckStats => ({ kind: 'checks', day: name, hours });

describe('where an answer is counted', () => {
  test.each([
    ['2026-03-04T05:06:07.008Z', '2026-03-04', 'hours.h05.validate.VALID'],
    ['2026-03-04T00:00:00.000Z', '2026-03-04', 'hours.h00.validate.VALID'],
    ['2026-03-04T23:59:59.999Z', '2026-03-04', 'hours.h23.validate.VALID'],
    ['2026-03-05T01:30:00.000+02:00', '2026-03-04', 'hours.h23.validate.VALID'],
  ])('%s is day %s, field %s', (moment, name, field) => {
    expect(statsDay(at(moment))).toBe(name);
    expect(checkField('validate', 'VALID', at(moment))).toBe(field);
  });

  test('a name of an hour never needs quoting, and every hour of a day has its own', () => {
    const hours = Array.from({ length: 24 }, (_, hour) =>
      hourName(new Date(at('2026-03-04T00:30:00Z').getTime() + hour * 3_600_000)),
    );
    expect(new Set(hours).size).toBe(24);
    expect(hours.every((name) => /^[a-z]\d\d$/.test(name))).toBe(true);
  });

  test('an hour begins at its full hour', () => {
    expect(startOfHour(at('2026-03-04T05:59:59.999Z'))).toEqual(at('2026-03-04T05:00:00Z'));
    expect(startOfHour(at('2026-03-04T05:00:00Z'))).toEqual(at('2026-03-04T05:00:00Z'));
  });
});

describe('the history', () => {
  const records = [
    day('2026-03-03', { h23: { validate: { VALID: 5 } } }),
    day('2026-03-04', { h00: { validate: { VALID: 1, EXPIRED: 2 }, activate: { ACTIVATED: 3 } } }),
    day('2026-03-04', { h00: { validate: { VALID: 10, NOT_FOUND: 20 }, activate: { ACTIVATED: 30 } } }),
    day('2026-03-04', {
      h01: { activate: { LIMIT_EXCEEDED: 4, ALREADY_ACTIVATED: 7 }, deactivate: { DEACTIVATED: 9 } },
    }),
  ];

  test('adds up the shards of a day, hour by hour, over midnight, and hours without a record are 0', () => {
    expect(checkHistory(records, at('2026-03-03T22:00:00Z'), 5)).toEqual({
      accepted: [0, 5, 11, 0, 0],
      refused: [0, 0, 22, 0, 0],
      activated: [0, 0, 33, 0, 0],
    });
  });

  test('does not count what lies outside of it', () => {
    expect(checkHistory(records, at('2026-03-04T02:00:00Z'), 2)).toEqual({
      accepted: [0, 0],
      refused: [0, 0],
      activated: [0, 0],
    });
  });

  test.each(VERDICT_CODES)(
    'counts a validate that is answered %s once, as accepted or as refused',
    (code) => {
      const one = [day('2026-03-04', { h05: { validate: { [code]: 1 } } })];
      const { accepted, refused } = checkHistory(one, at('2026-03-04T05:00:00Z'), 1);
      expect([accepted, refused]).toEqual(isOk(code) ? [[1], [0]] : [[0], [1]]);
    },
  );
});

describe('the reasons of refusals', () => {
  const records = [
    day('2026-03-03', { h23: { validate: { EXPIRED: 5 } } }),
    day('2026-03-04', { h00: { validate: { VALID: 100, EXPIRED: 1, NOT_FOUND: 4, REVOKED: 4 } } }),
    day('2026-03-04', { h01: { validate: { SUSPENDED: 50 }, activate: { LIMIT_EXCEEDED: 60 } } }),
  ];

  test('are those of validates in the hours asked for, the most frequent first', () => {
    expect(refusalCounts(records, at('2026-03-03T23:00:00Z'), 2)).toEqual([
      { code: 'EXPIRED', count: 6 },
      { code: 'NOT_FOUND', count: 4 },
      { code: 'REVOKED', count: 4 },
    ]);
  });

  test('are none where nothing was refused', () => {
    expect(refusalCounts(records, at('2026-03-01T00:00:00Z'), 24)).toEqual([]);
  });
});
