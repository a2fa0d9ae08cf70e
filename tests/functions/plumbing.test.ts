import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { memoryLimits } from '@latchkey/functions/http/limits';
import type { Fault } from '../support/plumbing.ts';
import { LEAKY_KEY, startPlumbing } from '../support/plumbing.ts';

// The logger keeps the console's functions as they were when it was loaded.
const written = vi.hoisted(() => {
  const lines: string[] = [];
  for (const name of ['info', 'warn', 'error'] as const) {
    console[name] = (line: unknown) => void lines.push(String(line));
  }
  return lines;
});

let url: string;
let server: Server;
let now = 0;

beforeAll(async () => {
  ({ url, server } = await startPlumbing(memoryLimits(() => now)));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const post = (path: string, body: object): Promise<Response> =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('what goes wrong behind a door', () => {
  const faults: [Fault, number, string, string | null][] = [
    ['bug', 500, 'INTERNAL', null],
    ['outage', 503, 'UNAVAILABLE', '2'],
    ['conflict', 503, 'UNAVAILABLE', '2'],
    ['setting', 503, 'UNAVAILABLE', '2'],
  ];
  test.each(faults)(
    'a %s is answered %d without a word about it',
    async (which, status, code, retryAfter) => {
      const answer = await post('/v1/fault', { which });
      const text = await answer.text();
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, retryAfter]);
      expect(JSON.parse(text)).toMatchObject({ code, status });
      expect(text).not.toMatch(/LEAK|SIGNING|broke|no answer|\.ts/);
    },
  );
});

test('sizes are kept, a missing client is borne', async () => {
  expect(await (await post('/v1/echo', { text: 'é\u{1f511}' })).json()).toEqual({ text: 'é\u{1f511}' });
  // Announces more than it sends and leaves.
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write(
        'POST /v1/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
      );
      socket.end(() => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
  expect((await post('/v1/echo', { text: 'still here' })).status).toBe(200);
});

describe('limits', () => {
  test('past the limit the answer is 429 with the standard fields, until the window is over, for this key only', async () => {
    const ask = (key: string): Promise<Response> => post('/v1/limited', { key });
    for (let count = 0; count < 60; count++) expect((await ask('one')).status).toBe(200);
    now += 18_500;
    const refused = await ask('one');
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
    expect(refused.headers.get('ratelimit-policy')).toBe('"keyAndIdentifier";q=60;w=60');
    expect(refused.headers.get('ratelimit')).toBe('"keyAndIdentifier";r=0;t=42');
    expect(refused.headers.get('retry-after')).toBe('42');
    expect((await ask('other')).status).toBe(200);
    now += 42_000;
    expect((await ask('one')).status).toBe(200);
  });
});

describe('the client address', () => {
  const ask = async (hops: number, forwarded: string | null): Promise<string> => {
    const started = await startPlumbing(memoryLimits(), hops);
    const headers: Record<string, string> = forwarded === null ? {} : { 'x-forwarded-for': forwarded };
    const answer = (await (await fetch(`${started.url}/v1/address`, { headers })).json()) as {
      address: string;
    };
    started.server.close();
    started.server.closeAllConnections();
    return answer.address;
  };
  test.each([
    [0, null, '127.0.0.1'],
    [0, '203.0.113.9', '127.0.0.1'],
    [1, null, '127.0.0.1'],
    [1, '203.0.113.9', '203.0.113.9'],
    [1, '6.6.6.6, 203.0.113.9', '203.0.113.9'],
    [2, '6.6.6.6, 203.0.113.9, 10.0.0.1', '203.0.113.9'],
    [2, '203.0.113.9', '127.0.0.1'],
    [1, '::ffff:203.0.113.9', '203.0.113.9'],
    [1, '2001:DB8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
    [1, '2001:db8:0:1::9', '2001:db8:0:1::/64'],
    [1, '::1', '0:0:0:0::/64'],
  ])('behind %d proxies, forwarded for %s, is %s', async (hops, forwarded, address) => {
    expect(await ask(hops, forwarded)).toBe(address);
  });
});

test('errors are in the log under their request id, with the variable and without the key', async () => {
  const bug = await post('/v1/fault', { which: 'bug' });
  const setting = await post('/v1/fault', { which: 'setting' });
  const lineOf = (answer: Response): string =>
    written.find((line) => line.includes(answer.headers.get('x-request-id') ?? '?')) ?? '';
  expect(JSON.parse(lineOf(bug))).toMatchObject({ severity: 'ERROR' });
  expect(lineOf(bug)).toContain('LEAK-ABC…');
  expect(lineOf(setting)).toContain('LATCHKEY_SIGNING_KEYS');
  expect(written.join('\n')).not.toContain(LEAKY_KEY.slice(0, 9));
});
