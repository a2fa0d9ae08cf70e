import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { deliveryPath } from '@latchkey/functions/firestore/collections';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { fanOut } from '@latchkey/functions/operations/webhook/fanOut';
import { httpsSender } from '@latchkey/functions/webhooks/httpsSender';
import { bundle, freePort, startApi } from '../../support/apiProcess.ts';
import { documents } from '../../support/inventory.ts';
import { authEmulatorHost, signedInAs } from '../../support/people.ts';
import { seedLicenses } from '../../support/seedLicenses.ts';
import { anEndpoint, attemptsOf, callOf, deliveriesOf, hookTools, tick } from '../../support/webhooks.ts';
import { CLOCK, newWorld } from '../../support/world.ts';

const KILLS = 10;
const EVENTS = 100;

/** Webhook-ids as they arrived; each answer waits a moment, so that a sender dies with messages under way. */
const arrived: string[] = [];
let server: Server;
let origin = '';
let folder = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then(() => {
      arrived.push(String(request.headers['webhook-id']));
      setTimeout(() => response.writeHead(200).end(), 100);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await bundle();
}, 120_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

test(
  'a sender that is killed ten times loses no event; what comes twice bears the same id',
  { timeout: 240_000 },
  async () => {
    const world = newWorld('hook-killed');
    const tools = hookTools(world, httpsSender({ localOrigin: origin }));
    const { id } = await anEndpoint(tools, { url: `${origin}/in`, events: ['license.suspended'] });
    for (const license of await seedLicenses(world, EVENTS)) {
      const command = { type: 'suspend', publicReason: 'because', note: null } as const;
      await commandLicense(callOf(tools), 'production', license.id, command);
    }
    const events = await documents<AuditEvent>(world, 'audit', [['action', '==', 'license.suspended']]);
    const env = {
      ...world.env,
      LATCHKEY_WEBHOOK_RECEIVER: origin,
      FIREBASE_AUTH_EMULATOR_HOST: authEmulatorHost(),
    };
    // The deliveries are put down; the queue's function sends them.
    const fresh = callOf(tools, { actor: CLOCK });
    const ids = events.map((event) => event.id);
    await fanOut(fresh, 'production', ids);
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await signedInAs(world, 'viewer')}`,
    };
    const body = JSON.stringify({ data: { environment: 'production' } });
    let caughtInTheAct = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const sender = await startApi({ target: 'sendWebhooks', folder, port: await freePort(), env });
      const before = arrived.length;
      const task = fetch(sender.url, { method: 'POST', headers, body }).catch(() => undefined);
      // As soon as it has sent something, with those messages unanswered.
      const sent = expect
        .poll(() => arrived.length, { timeout: 20_000, interval: 10 })
        .toBeGreaterThan(before);
      await Promise.race([sent, task]);
      await sender.stop('SIGKILL');
      await task;
      const waiting = (await deliveriesOf(world, id)).filter(({ status }) => status === 'pending');
      caughtInTheAct += waiting.filter(({ attempts }) => attempts > 0).length;
      // Their lease goes by.
      const data = { nextAt: new Date(0) };
      await world.store.commit(
        waiting.map((one) => ({ kind: 'update', path: deliveryPath('production', one.id), data })),
      );
    }
    expect(caughtInTheAct).toBeGreaterThan(0);
    await tick(tools, new Date());

    const deliveries = await deliveriesOf(world, id);
    expect(deliveries.map(({ eventId }) => eventId).toSorted()).toEqual(ids.toSorted());
    expect(deliveries.filter(({ status }) => status !== 'delivered')).toEqual([]);
    // Nothing lost, and nothing that came twice came under another id.
    expect([...new Set(arrived)].toSorted()).toEqual(ids.toSorted());
    for (const one of deliveries.slice(0, 10)) {
      expect((await attemptsOf(world, one.id)).length).toBeLessThanOrEqual(one.tries);
    }
  },
);
