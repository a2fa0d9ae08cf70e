import { once } from 'node:events';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebhookMessage } from '@latchkey/functions/operations/webhook/sender';
import { httpsSender } from '@latchkey/functions/webhooks/httpsSender';
import { publicAddress } from '@latchkey/functions/webhooks/publicAddress';

/** Whoever connects to it reached into the machine; it listens on all its addresses. */
let canary: Server;
let port = 0;
let touched = 0;
beforeAll(async () => {
  canary = createServer((socket) => {
    touched += 1;
    socket.end();
  });
  canary.listen(0, '::');
  await once(canary, 'listening');
  port = (canary.address() as AddressInfo).port;
});
afterAll(() => canary.close());

const message = (url: string, deadlineMs = 10_000): WebhookMessage => ({
  deadlineMs,
  url,
  id: 'msg_1',
  at: new Date(),
  body: '{}',
  secrets: ['whsec_bGF0Y2hrZXk='],
});

/** Hosts that lead to this machine, or are other ways of writing private addresses. */
const HOSTS = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '0',
  '0.0.0.0',
  '0x7f.1',
  '0x7f000001',
  '0x7f.0x0.0x0.0x1',
  '0177.0.0.1',
  '0177.1',
  '017700000001',
  '2130706433',
  '127.0.0.1.',
  '127.127.127.127',
  '①②⑦.⓪.⓪.①',
  '１２７.0.0.1',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'LocalHost.LocalDomain',
  'foo.localhost',
  'ip6-localhost',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[0000::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fec0::1]',
  '[ff02::1]',
  '169.254.169.254',
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  'metadata.google.internal',
  'metadata',
  '100.100.100.200',
  '192.0.0.192',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.0.1',
  '100.64.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '240.0.0.1',
];

const ways: readonly (readonly [string, (host: string) => string])[] = [
  ['https', (host) => `https://${host}:${port}/`],
  ['http', (host) => `http://${host}:${port}/`],
];
const WRITTEN = [
  (at: number) => `https://user@127.0.0.1:${at}/`,
  (at: number) => `https://example.com@127.0.0.1:${at}/`,
  (at: number) => `https://127.0.0.1:${at}#@example.com/`,
  (at: number) => `https://127.0.0.1:${at}\\@example.com/`,
  (at: number) => `https:127.0.0.1:${at}/`,
  (at: number) => `https:\\\\127.0.0.1:${at}/`,
  (at: number) => `  https://127.0.0.1:${at}/  `,
  (at: number) => `ht\ntps://127.0.0.1:${at}/`,
  (at: number) => `gopher://127.0.0.1:${at}/`,
  (at: number) => `file://127.0.0.1:${at}/etc/passwd`,
  (at: number) => `//127.0.0.1:${at}/`,
];

test('none of these addresses makes one connection to this machine', async () => {
  const sender = httpsSender({ localOrigin: null });
  const urls = [
    ...HOSTS.flatMap((host) => ways.map(([, way]) => way(host))),
    ...WRITTEN.map((one) => one(port)),
  ];
  expect(urls.length).toBeGreaterThanOrEqual(60);
  const answers = await Promise.all(urls.map((url) => sender.send(message(url, 5_000))));
  expect(answers.filter(({ status }) => status !== null)).toEqual([]);
  for (const { problem } of answers) expect(problem).toMatch(/\.$/);
  expect(touched).toBe(0);
});

describe('a name', () => {
  test.each([
    ['127.0.0.1'],
    ['::1'],
    ['169.254.169.254'],
    ['10.1.2.3'],
    ['::ffff:127.0.0.1'],
    ['1.1.1.1', '127.0.0.1'],
    ['2606:4700::1', 'fe80::1'],
  ])('that resolves to %s is not called', async (...addresses) => {
    const sender = httpsSender({ localOrigin: null, resolve: () => Promise.resolve(addresses) });
    const answer = await sender.send(message(`https://hooks.example.com:${port}/`));
    expect(answer).toMatchObject({
      status: null,
      problem: expect.stringContaining('private network') as string,
    });
    expect(touched).toBe(0);
  });

  test('is resolved once: one that changes its mind is called where it was judged', async () => {
    const given = [['1.1.1.1'], ['127.0.0.1'], ['127.0.0.1']];
    let asked = 0;
    const resolve = () => Promise.resolve(given[asked++] ?? []);
    expect(await publicAddress('rebinding.example.com', resolve)).toBe('1.1.1.1');
    asked = 0;
    const sender = httpsSender({ localOrigin: null, resolve });
    const answer = await sender.send(message(`https://rebinding.example.com:${port}/`, 500));
    expect(answer.status).toBeNull();
    expect(asked).toBe(1);
    expect(touched).toBe(0);
  });

  test('that nobody knows, or whose server hangs, is a failure within the deadline', async () => {
    const unknown = httpsSender({ localOrigin: null, resolve: () => Promise.resolve([]) });
    expect(await unknown.send(message('https://nowhere.example.com/'))).toMatchObject({ status: null });
    const hangs = httpsSender({ localOrigin: null, resolve: () => new Promise(() => undefined) });
    expect((await hangs.send(message('https://slow.example.com/', 50))).problem).toContain('no answer');
  });
});

describe('the one local origin', () => {
  test('is called, and a redirect of its receiver into the machine is not followed', async () => {
    const { createServer: createHttp } = await import('node:http');
    const seen: string[] = [];
    const receiver = createHttp((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    const sender = httpsSender({ localOrigin: origin });
    expect(await sender.send(message(`${origin}/in`))).toMatchObject({ status: 302, problem: null });
    expect(seen).toEqual(['/in']);
    // Beside it everything is as closed as without it.
    expect(await sender.send(message(`http://127.0.0.1:${port}/`))).toMatchObject({ status: null });
    expect(touched).toBe(0);
    receiver.close();
  });

  test('may hang: after the deadline it is given up; it may talk without end: 64 KB are read', async () => {
    const { createServer: createHttp } = await import('node:http');
    let written = 0;
    const receiver = createHttp((request, response) => {
      if (request.url === '/hang') return;
      response.writeHead(200);
      const more = (): void => {
        written += 16_384;
        if (!response.destroyed) response.write('x'.repeat(16_384), more);
      };
      more();
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    const sender = httpsSender({ localOrigin: origin });
    const endless = await sender.send(message(`${origin}/endless`, 3_000));
    expect(endless).toMatchObject({ status: 200, responseCut: true });
    expect(endless.responseBody).toHaveLength(10_240);
    expect(written).toBeLessThan(64 * 1024 * 1024);
    expect(await sender.send(message(`${origin}/hang`, 100))).toMatchObject({ status: null });
    receiver.closeAllConnections();
    receiver.close();
  });
});
