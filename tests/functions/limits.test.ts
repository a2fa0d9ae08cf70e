import { beforeEach, describe, expect, test } from 'vitest';
import type { Limits } from '@latchkey/functions/http/limits';
import { LIMITS, memoryLimits } from '@latchkey/functions/http/limits';
import { Refusal } from '@latchkey/functions/http/refusal';
import { WindowCounter } from '@latchkey/functions/http/windowCounter';

let now: number;
let limits: Limits;
beforeEach(() => {
  now = 1_000;
  limits = memoryLimits(() => now);
});

/** How many of `tries` pass, and the policy that stopped the first one that did not. */
function passing(tries: number, attempt: (index: number) => void): [number, string | undefined] {
  let passed = 0;
  let policy: string | undefined;
  for (let index = 0; index < tries; index++) {
    try {
      attempt(index);
      passed++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      policy ??= /^"(\w+)"/.exec(error.headers['ratelimit'] ?? '')?.[1];
    }
  }
  return [passed, policy];
}

describe('in one minute pass', () => {
  test('60 for one key and device, whatever the address', () => {
    const ask = (index: number): void => limits.request({ address: `a${index}`, keyHash: 'k', device: 'd' });
    expect(passing(100, ask)).toEqual([60, 'keyAndIdentifier']);
  });
  test('600 for one key, whatever the device', () => {
    const ask = (index: number): void =>
      limits.request({ address: `a${index}`, keyHash: 'k', device: `d${index}` });
    expect(passing(700, ask)).toEqual([600, 'key']);
  });
  test('600 from one address, whatever the key; another address is free', () => {
    const ask = (index: number): void => limits.request({ address: 'a', keyHash: `k${index}`, device: '' });
    expect(passing(700, ask)).toEqual([600, 'address']);
    limits.request({ address: 'b', keyHash: 'k1', device: '' });
  });
  test('30 unknown keys from one address, in one burst as well as one by one; another address is free', () => {
    expect(passing(10_000, () => void limits.lookUp('a'))).toEqual([LIMITS.unknownKeys, 'unknownKeys']);
    limits.lookUp('b');
  });
});

test('keys that turn out to exist are given back', () => {
  expect(passing(500, () => limits.lookUp('a')())).toEqual([500, undefined]);
});

test('a new minute starts anew', () => {
  expect(passing(40, () => void limits.lookUp('a'))[0]).toBe(30);
  now += 59_999;
  expect(passing(40, () => void limits.lookUp('a'))[0]).toBe(0);
  now += 1;
  expect(passing(40, () => void limits.lookUp('a'))[0]).toBe(30);
});

test('names beyond the bound push out the oldest, ended windows go by themselves', () => {
  const counter = new WindowCounter({ windowMs: 1_000, maxNames: 100, clock: () => now });
  for (let index = 0; index < 1_000; index++) counter.add(`n${index}`, 1);
  expect(counter.size).toBe(100);
  expect(counter.add('n999', 1).used).toBe(2);
  now += 1_000;
  counter.add('later', 1);
  expect(counter.size).toBe(1);
});
