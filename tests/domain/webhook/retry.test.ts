import { describe, expect, test } from 'vitest';
import type { Health } from '@latchkey/domain/webhook/retry';
import {
  attemptsWithin,
  decideAttempt as decided,
  LONGEST_PAUSE,
  RETRY_PAUSES,
} from '@latchkey/domain/webhook/retry';
import { defaultsOf } from '@latchkey/domain/settings/values';
import { DAY, HOUR, later, NOW, SECOND } from '../../support/builders.ts';

const WELL: Health = { status: 'enabled', failingSince: null, pausedUntil: null };
const BY_DEFAULT = defaultsOf('webhooks');
const decideAttempt = (
  delivery: Parameters<typeof decided>[0],
  endpoint: Health,
  outcome: Parameters<typeof decided>[2],
  now: Date,
  random: number,
  rules = BY_DEFAULT,
) => decided(delivery, endpoint, outcome, { rules, now, random });
const MAX_ATTEMPTS = attemptsWithin(BY_DEFAULT.retryDays);
const first = { attempts: 1, firstAt: NOW, deliveredAt: null };
const answered = (status: number, retryAfter: string | null = null) => ({
  status,
  retryAfter,
  problem: null,
});
const silent = { status: null, retryAfter: null, problem: 'The host refused the connection.' };

test.each([200, 201, 204, 299])('%i is a success', (status) => {
  expect(decideAttempt(first, WELL, answered(status), NOW, 0)).toEqual({
    delivery: {
      status: 'delivered',
      nextAt: null,
      deliveredAt: NOW,
      updatedAt: NOW,
      lastStatus: status,
      problem: null,
    },
    endpoint: null,
    disabled: null,
  });
});

test.each([100, 301, 302, 307, 400, 401, 404, 408, 429, 500, 503])('%i is tried again', (status) => {
  const decision = decideAttempt(first, WELL, answered(status), NOW, 0);
  expect(decision.delivery).toMatchObject({
    status: 'pending',
    nextAt: later(5 * SECOND),
    lastStatus: status,
  });
  expect(decision.delivery.problem).toContain(String(status));
  expect(decision).toMatchObject({ endpoint: { failingSince: NOW }, disabled: null });
});

test('no answer is tried again, and says why there was none', () => {
  const { delivery } = decideAttempt(first, WELL, silent, NOW, 0);
  expect(delivery).toMatchObject({ status: 'pending', lastStatus: null, problem: silent.problem });
});

describe('the retries', () => {
  const pauses = (random: number): number[] =>
    RETRY_PAUSES.map((_, index) => {
      const delivery = { ...first, attempts: index + 1 };
      const health = { ...WELL, failingSince: later(-1) };
      const { nextAt } = decideAttempt(delivery, health, silent, NOW, random).delivery;
      return (nextAt?.getTime() ?? 0) - NOW.getTime();
    });
  const whole = (random: number): number => pauses(random).reduce((sum, pause) => sum + pause, 0);

  test('are nine, and reach a little over three days', () => {
    expect(MAX_ATTEMPTS).toBe(10);
    expect(pauses(0)).toEqual(RETRY_PAUSES);
    expect(whole(0)).toBeLessThan(76 * HOUR);
    expect(whole(1)).toBeGreaterThan(71 * HOUR);
  });

  test('never come back together: chance shortens each pause by up to a twentieth', () => {
    for (const [index, pause] of pauses(0.999).entries()) {
      const planned = RETRY_PAUSES[index] ?? 0;
      expect(pause).toBeLessThan(planned);
      expect(pause).toBeGreaterThanOrEqual(planned * 0.95);
    }
  });

  test('end with the tenth attempt: the delivery is given up, the endpoint that has taken others lives on', () => {
    const last = { ...first, attempts: MAX_ATTEMPTS };
    const decision = decideAttempt(last, WELL, answered(500), later(3 * DAY), 0);
    expect(decision).toMatchObject({
      delivery: { status: 'failed', nextAt: null },
      endpoint: { failingSince: later(3 * DAY) },
      disabled: null,
    });
  });

  test('end the endpoint too, when it has taken nothing since the first attempt', () => {
    const last = { ...first, attempts: MAX_ATTEMPTS };
    const now = later(3 * DAY);
    const decision = decideAttempt(last, { ...WELL, failingSince: NOW }, answered(500), now, 0);
    expect(decision).toMatchObject({
      delivery: { status: 'failed', nextAt: null },
      endpoint: { status: 'disabled', disabledWhy: 'failing', disabledAt: now },
      disabled: 'failing',
    });
  });
});

describe('the settings', () => {
  const failed = (attempts: number, rules: Partial<typeof BY_DEFAULT>) =>
    decideAttempt({ ...first, attempts }, { ...WELL, failingSince: NOW }, answered(500), later(DAY), 0, {
      ...BY_DEFAULT,
      ...rules,
    });

  test.each([
    [1, 8, 24],
    [2, 9, 48],
    [3, 10, 72],
    [4, 11, 96],
    [14, 21, 14 * 24],
  ])('try a message for %i days: %i attempts, which reach over %i hours', (retryDays, attempts, hours) => {
    expect(attemptsWithin(retryDays)).toBe(attempts);
    const reach = Array.from({ length: attempts - 1 }, (_, at) => RETRY_PAUSES[at] ?? LONGEST_PAUSE);
    const whole = reach.reduce((sum, pause) => sum + pause, 0);
    expect(whole).toBeGreaterThanOrEqual(hours * HOUR);
    expect(whole - (reach.at(-1) ?? 0)).toBeLessThan(hours * HOUR);
    expect(failed(attempts - 1, { retryDays }).delivery.status).toBe('pending');
    expect(failed(attempts, { retryDays })).toMatchObject({
      delivery: { status: 'failed' },
      disabled: 'failing',
    });
  });

  test('leave an endpoint that takes nothing enabled where they say so, and give its messages up', () => {
    expect(failed(10, { disableFailing: false })).toMatchObject({
      delivery: { status: 'failed', nextAt: null },
      endpoint: null,
      disabled: null,
    });
    const gone = decideAttempt(first, WELL, answered(410), NOW, 0, { ...BY_DEFAULT, disableFailing: false });
    expect(gone.disabled).toBe('gone');
  });
});

describe('Retry-After', () => {
  const nextOf = (value: string, status = 503) => decideAttempt(first, WELL, answered(status, value), NOW, 0);

  test.each([
    ['120', 120 * SECOND],
    [later(HOUR).toUTCString(), HOUR - (NOW.getTime() % SECOND)],
    ['99999999', LONGEST_PAUSE],
  ])('"%s" is respected, for the whole endpoint', (value, pause) => {
    const { delivery, endpoint } = nextOf(value);
    expect(delivery.nextAt).toEqual(later(pause));
    expect(endpoint).toMatchObject({ pausedUntil: later(pause) });
  });

  test.each(['1', '0', '-5', 'soon', '', later(-HOUR).toUTCString()])('"%s" shortens nothing', (value) => {
    expect(nextOf(value).delivery.nextAt).toEqual(later(5 * SECOND));
  });

  test('counts for answers that mean it', () => {
    expect(nextOf('120', 429).delivery.nextAt).toEqual(later(120 * SECOND));
    expect(nextOf('120', 500).delivery.nextAt).toEqual(later(5 * SECOND));
  });
});

test('410 disables the endpoint at once', () => {
  const decision = decideAttempt(first, WELL, answered(410), NOW, 0);
  expect(decision).toMatchObject({
    delivery: { status: 'failed', nextAt: null },
    endpoint: { status: 'disabled', disabledWhy: 'gone' },
    disabled: 'gone',
  });
});

test('a success ends the trouble of the endpoint', () => {
  const ill = { ...WELL, failingSince: later(-DAY), pausedUntil: later(HOUR) };
  expect(decideAttempt(first, ill, answered(200), NOW, 0).endpoint).toEqual({
    failingSince: null,
    pausedUntil: null,
  });
});

test('an endpoint that was disabled meanwhile is tried no more, and does not come back by an answer', () => {
  const off: Health = { ...WELL, status: 'disabled' };
  expect(decideAttempt(first, off, answered(500), NOW, 0)).toMatchObject({
    delivery: { status: 'failed', nextAt: null },
    endpoint: null,
  });
  expect(decideAttempt(first, off, answered(200), NOW, 0)).toMatchObject({
    delivery: { status: 'delivered' },
    endpoint: null,
  });
});
