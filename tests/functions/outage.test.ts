import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { restStore } from '@latchkey/functions/firestore/restStore';
import type { Store, Write } from '@latchkey/functions/firestore/store';
import { UnavailableError } from '@latchkey/functions/firestore/store';
import { httpTransport } from '@latchkey/functions/firestore/transport';
import { freePort } from '../support/apiProcess.ts';

let server: Server | undefined;
afterEach(() => server?.close());

const COMMITTED = { writeResults: [], commitTime: '2026-01-01T00:00:00Z' };
const create: Write = { kind: 'set', path: 'a/b', data: {}, if: { exists: false } };
const add: Write = { kind: 'update', path: 'a/b', data: {}, increment: { n: 1 } };

function storeAt(port: number): Store {
  const transport = httpTransport({ emulatorHost: `127.0.0.1:${port}`, authorization: () => 'Bearer owner' });
  return restStore({ projectId: 'demo', transport, deadlineMs: 150 });
}

/** A Firestore that does with its n-th request what the n-th behaviour says; the last one repeats. */
async function behaving(
  ...behaviours: ((socket: Socket) => void)[]
): Promise<{ store: Store; requests: () => number }> {
  let requests = 0;
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => (behaviours[Math.min(requests++, behaviours.length - 1)] ?? hang)(socket));
  }).listen(await freePort(), '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return { store: storeAt(address.port), requests: () => requests };
}

const hang = (): void => undefined;
const reset = (socket: Socket): void => void socket.resetAndDestroy();
const answer =
  (status: number, body: unknown) =>
  (socket: Socket): void => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    socket.write(
      `HTTP/1.1 ${status} x\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
    );
  };
const missing = answer(200, [{ missing: 'projects/demo/databases/(default)/documents/a/b', readTime: 't' }]);
const refusal = (code: number, status: string) => answer(code, { error: { code, status, message: 'm' } });

describe('an outage is an outage, never an empty answer', () => {
  test('nobody listens', async () => {
    const store = storeAt(await freePort());
    await expect(store.getAll(['a/b'])).rejects.toBeInstanceOf(UnavailableError);
    await expect(store.commit([create])).rejects.toBeInstanceOf(UnavailableError);
  });

  test.each([
    ['no answer', hang],
    ['connections reset', reset],
    ['503', refusal(503, 'UNAVAILABLE')],
    ['deadline over there', refusal(504, 'DEADLINE_EXCEEDED')],
    ['too much', refusal(429, 'RESOURCE_EXHAUSTED')],
    ['internal', refusal(500, 'INTERNAL')],
    ['a page of a proxy', answer(502, '<html>')],
    ['half of JSON', answer(200, '[{"found":')],
    ['another form', answer(200, {})],
    ['fewer documents than asked for', answer(200, [])],
  ])('%s', async (_, behaviour) => {
    const { store } = await behaving(behaviour);
    await expect(store.getAll(['a/b'])).rejects.toBeInstanceOf(UnavailableError);
  });

  test.each([
    ['no rights', refusal(403, 'PERMISSION_DENIED')],
    ['a mistake of ours', refusal(400, 'INVALID_ARGUMENT')],
    ['no such index', refusal(400, 'FAILED_PRECONDITION')],
  ])('%s is neither an outage nor a conflict', async (_, behaviour) => {
    const { store } = await behaving(behaviour);
    const failed = store.query({ parent: '', collection: 'a', limit: 1 });
    await expect(failed).rejects.toMatchObject({ name: 'StoreError' });
  });
});

describe('a connection that breaks', () => {
  test('does not show in a read', async () => {
    const { store } = await behaving(reset, missing);
    expect(await store.getAll(['a/b'])).toMatchObject([{ data: undefined }]);
  });

  test('does not show in a commit that can be sent twice', async () => {
    const { store, requests } = await behaving(reset, answer(200, COMMITTED));
    await store.commit([create, add]);
    expect(requests()).toBe(2);
  });

  test('ends a commit that would count twice', async () => {
    const { store, requests } = await behaving(reset, answer(200, COMMITTED));
    await expect(store.commit([add])).rejects.toBeInstanceOf(UnavailableError);
    expect(requests()).toBe(1);
  });
});
