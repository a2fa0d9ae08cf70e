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
});

test('the settings of the environment move each limit', () => {
  const quotas = () => ({ keyAndIdentifier: 2, key: 3, address: 4, unknownKeys: 1 });
  const ask = (caller: object) => (index: number) =>
    limits.request({ address: `a${index}`, keyHash: `k${index}`, device: `d${index}`, ...caller }, quotas);
  expect(passing(9, ask({ keyHash: 'k', device: 'd' }))).toEqual([2, 'keyAndIdentifier']);
  expect(passing(9, ask({ keyHash: 'other' }))).toEqual([3, 'key']);
  expect(passing(9, ask({ address: 'a' }))).toEqual([4, 'address']);
});

test('so do they for unknown keys', async () => {
  const quotas = () => ({ ...LIMITS, unknownKeys: 2 });
  const look = () =>
    limits.lookUp(
      'a',
      async () => 'x',
      () => true,
      quotas,
    );
  await look();
  await look();
  await expect(look()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
});

/** The policies that refused some of `count` look-ups started at once, and how many were really made. */
async function lookUps(
  count: number,
  found: () => 'known' | 'unknown',
  address = 'a',
): Promise<{ made: number; atOnce: number; refusals: number }> {
  let made = 0;
  let underWay = 0;
  let atOnce = 0;
  const look = async (): Promise<string> => {
    made++;
    atOnce = Math.max(atOnce, ++underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay--;
    return found();
  };
  const all = Array.from({ length: count }, () =>
    limits.lookUp(address, look, (answer) => answer === 'unknown'),
  );
  const settled = await Promise.allSettled(all);
  const refused = settled.filter(({ status }) => status === 'rejected');
  for (const { reason } of refused as PromiseRejectedResult[]) {
    expect(reason).toMatchObject({ name: 'Refusal', code: 'RATE_LIMITED' });
    expect((reason as Refusal).headers['ratelimit']).toMatch(/^"unknownKeys";r=0;t=\d+$/);
  }
  return { made, atOnce, refusals: refused.length };
}

describe('keys that nobody knows', () => {
  test('are looked up 30 times for one address, in one burst', async () => {
    const burst = await lookUps(2_000, () => 'unknown');
    expect(burst).toEqual({ made: LIMITS.unknownKeys, atOnce: 30, refusals: 1_970 });
    expect(await lookUps(1, () => 'unknown', 'b')).toMatchObject({ made: 1, refusals: 0 });
  });
  test('are looked up 30 times for one address, one by one', async () => {
    let made = 0;
    for (let tries = 0; tries < 100; tries++) made += (await lookUps(1, () => 'unknown')).made;
    expect(made).toBe(30);
  });
  test('do not open the door for more while they are being looked up', async () => {
    let calls = 0;
    const found = (): 'known' | 'unknown' => (calls++ < 100 ? 'known' : 'unknown');
    const burst = await lookUps(1_000, found);
    expect(burst).toMatchObject({ made: 130, refusals: 870 });
  });
});

test('a burst of known keys is slowed down, never refused', async () => {
  expect(await lookUps(500, () => 'known')).toEqual({ made: 500, atOnce: 30, refusals: 0 });
});

test('a look-up that fails is not held against its address, and the next in line go on', async () => {
  const failing = Array.from({ length: 100 }, () =>
    limits.lookUp(
      'a',
      () => Promise.reject(new Error('outage')),
      () => true,
    ),
  );
  await Promise.all(failing.map((one) => expect(one).rejects.toThrow('outage')));
  expect((await lookUps(40, () => 'unknown')).made).toBe(30);
});

test('a new minute starts anew', async () => {
  expect((await lookUps(40, () => 'unknown')).made).toBe(30);
  now += 59_999;
  expect((await lookUps(40, () => 'unknown')).made).toBe(0);
  now += 1;
  expect((await lookUps(40, () => 'unknown')).made).toBe(30);
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
