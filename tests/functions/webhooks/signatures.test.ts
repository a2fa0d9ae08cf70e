import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { rotateSecret } from '@latchkey/functions/operations/webhook/rotateSecret';
import { testEndpoint } from '@latchkey/functions/operations/webhook/testEndpoint';
import { httpsSender } from '@latchkey/functions/webhooks/httpsSender';
import { HOUR, later } from '../../support/builders.ts';
import { seedLicenses } from '../../support/seedLicenses.ts';
import { anEndpoint, attemptsOf, callOf, deliveriesOf, hookTools, tick } from '../../support/webhooks.ts';
import { newWorld } from '../../support/world.ts';

interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const arrived: Arrived[] = [];
let server: Server;
let origin = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      arrived.push({ headers: request.headers, body });
      response.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(20_000));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => void (arrived.length = 0));

/** What the official library says; it throws where a message is not genuine. */
function verifies(secret: string, { headers, body }: Arrived): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

test('the official verifier accepts every message, and none that was changed or signed by somebody else', async () => {
  const world = newWorld('hook-signed');
  const tools = hookTools(world, httpsSender({ localOrigin: origin }));
  const { secret } = await anEndpoint(tools, { url: `${origin}/in` });
  const other = await anEndpoint(tools, { url: `${origin}/other`, events: ['job.done'] });
  const licenses = await seedLicenses(world, 40);
  const now = new Date();
  for (const { id } of licenses) {
    const command = { type: 'suspend', publicReason: 'Grüße, 世界 ✓', note: 'never told' } as const;
    expect(await commandLicense(callOf(tools, { now }), 'production', id, command)).toEqual({ ok: true });
  }
  await tick(tools, now);
  expect(arrived).toHaveLength(40);
  expect(arrived.filter((one) => !verifies(secret, one))).toEqual([]);
  expect(arrived.filter((one) => verifies(other.secret, one))).toEqual([]);
  for (const { headers, body } of arrived.slice(0, 5)) {
    const late = String(Number(headers['webhook-timestamp']) - 1);
    expect(verifies(secret, { headers, body: body.replace('suspended', 'unsuspended') })).toBe(false);
    expect(verifies(secret, { headers: { ...headers, 'webhook-id': 'other' }, body })).toBe(false);
    expect(verifies(secret, { headers: { ...headers, 'webhook-timestamp': late }, body })).toBe(false);
  }
  const text = JSON.stringify(arrived);
  for (const { key } of licenses) expect(text).not.toContain(key);
  expect(text).not.toContain('never told');
  // Of an answer the first 10 KB are kept.
  const [delivery] = await deliveriesOf(world);
  const [attempt] = await attemptsOf(world, delivery?.id ?? '');
  expect(attempt).toMatchObject({ status: 200, responseCut: true, problem: null });
  expect(attempt?.responseBody).toHaveLength(10_240);
});

test('while a secret is changed, two sign: whoever knows either accepts, until the old one ends', async () => {
  const world = newWorld('hook-rotate');
  const tools = hookTools(world, httpsSender({ localOrigin: origin }));
  const endpoint = await anEndpoint(tools, { url: `${origin}/in` });
  const now = new Date();
  const send = async (at: Date): Promise<Arrived | undefined> => {
    expect(await testEndpoint(callOf(tools, { now: at }), 'production', endpoint.id)).toMatchObject({
      ok: true,
    });
    return arrived.pop();
  };
  const made = await rotateSecret(callOf(tools, { now }), 'production', endpoint.id, 24);
  if (!made.ok) throw new Error(made.code);
  expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const during = await send(now);
  if (!during) throw new Error('nothing arrived');
  expect(String(during.headers['webhook-signature']).split(' ')).toHaveLength(2);
  expect([made.secret, endpoint.secret].map((secret) => verifies(secret, during))).toEqual([true, true]);

  // The library compares the time with the clock of this machine: what is sent later is checked by hand.
  const after = await send(later(25 * HOUR, now));
  const { headers, body } = after ?? { headers: {}, body: '' };
  const said = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const key = Buffer.from(made.secret.slice(6), 'base64');
  const wanted = createHmac('sha256', key).update(said).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${wanted}`);

  const leaked = await rotateSecret(callOf(tools, { now }), 'production', endpoint.id, 0);
  if (!leaked.ok) throw new Error(leaked.code);
  const alone = await send(now);
  if (!alone) throw new Error('nothing arrived');
  expect([leaked.secret, made.secret].map((secret) => verifies(secret, alone))).toEqual([true, false]);
});
