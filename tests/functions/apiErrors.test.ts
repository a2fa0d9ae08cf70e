import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { freePort, startApi } from '../support/apiProcess.ts';

let api: ApiProcess | undefined;
afterEach(() => api?.stop());

const BODY = JSON.stringify({ key: 'NONE-NONE-NONE-0001', identifier: 'HW-1' });

function ask(path: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch((api?.url ?? '') + path, { method: 'POST', headers, body: BODY });
}

const stillAnswers = async (): Promise<boolean> => (await fetch(`${api?.url}/v1/health`)).ok;

describe('what cannot be decided is 503 with Retry-After, never a decision, and the process lives on', () => {
  test.each([
    ['no signing keys', { LATCHKEY_SIGNING_KEYS: '' }, 'LATCHKEY_SIGNING_KEYS'],
    ['broken signing keys', { LATCHKEY_SIGNING_KEYS: '{"current":"secret-part' }, 'LATCHKEY_SIGNING_KEYS'],
    ['no pepper', { LATCHKEY_KEY_PEPPER: '' }, 'LATCHKEY_KEY_PEPPER'],
  ])('%s: the log names the variable, the answer does not', async (_, env, variable) => {
    const started = await startApi({ env });
    api = started;
    const answer = await ask('/v1/validate');
    const text = await answer.text();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(text).not.toContain(variable);
    await expect.poll(() => started.log()).toContain(variable);
    expect(started.log()).not.toContain('secret-part');
    expect(await stillAnswers()).toBe(true);
  });

  test('no Firestore: in less than 5 seconds, for all three questions', async () => {
    api = await startApi({ env: { FIRESTORE_EMULATOR_HOST: `127.0.0.1:${await freePort()}` } });
    const since = performance.now();
    for (const path of ['/v1/validate', '/v1/activate', '/v1/deactivate']) {
      const answer = await ask(path);
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '2']);
      expect(await answer.json()).toMatchObject({ code: 'UNAVAILABLE' });
    }
    expect(performance.now() - since).toBeLessThan(15_000);
    // More tries than unknown keys are allowed: an outage is nobody's wrong guess.
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask('/v1/deactivate')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect((await ask('/v1/validate')).status).toBe(503);
    expect(await stillAnswers()).toBe(true);
  });

  test('callers who leave in the middle harm nobody', async () => {
    api = await startApi();
    const port = Number(new URL(api.url).port);
    await Promise.all(
      Array.from(
        { length: 30 },
        (_, index) =>
          new Promise<void>((resolve) => {
            const socket = connect(port, '127.0.0.1', () => {
              const head = `POST /v1/validate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n`;
              socket.write(index % 2 === 0 ? head + BODY : head + BODY.slice(0, 9), () =>
                socket.resetAndDestroy(),
              );
            });
            socket.on('error', () => undefined);
            socket.on('close', () => resolve());
          }),
      ),
    );
    expect(await stillAnswers()).toBe(true);
    expect((await ask('/v1/validate')).status).toBe(200);
  });
});
