import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiProcess } from '../support/apiProcess.ts';
import { startApi } from '../support/apiProcess.ts';
import { randomRequest } from '../support/randomRequests.ts';
import { everything } from '../support/inventory.ts';
import { seedWithDevices } from '../support/seedLicenses.ts';
import { chance } from '../support/seededRandom.ts';
import { ask, inTurns, send } from '../support/software.ts';
import { newWorld } from '../support/world.ts';

const REQUESTS = Number(process.env['LATCHKEY_FUZZ'] ?? 2_000);
const SEED = Number(process.env['LATCHKEY_FUZZ_SEED'] ?? 20_261_122);

const world = newWorld('fuzz');
let api: ApiProcess;
beforeAll(async () => {
  api = await startApi({ env: world.env });
});
afterAll(() => api.stop());

/** An address that is no text ends in the host, before any code of ours. */
function isRefusedByHost(path: string): boolean {
  return path.includes('%ff');
}

test(
  `${REQUESTS} malformed requests to every address by every method: JSON of the 4xx, nothing of our inside, nothing changed`,
  { timeout: 30_000 + REQUESTS * 60 },
  async () => {
    const { license } = await seedWithDevices(world, 2);
    const device = { key: license.key, identifier: 'HW-0' };
    // "Last seen" is noted once; from here on nothing that is asked below may write.
    expect((await ask(api.url, 'validate', device)).body.code).toBe('VALID');
    const before = await everything(world);

    const dice = chance(SEED);
    const tried = Array.from({ length: REQUESTS }, () => randomRequest(dice, license.key));
    const statuses = new Map<number, number>();
    await inTurns(REQUESTS, 16, async (index) => {
      const request = tried[index];
      if (!request) throw new Error('nothing to send');
      const answer = await send(api.url + request.path, request);
      const what = `seed ${SEED}, request ${index}: ${request.method} ${request.path}`;
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      expect(answer.status, what).toBeLessThan(500);
      expect(/node_modules|\.[cm]?[jt]s:\d+|\n\s+at |Error:/.exec(answer.text), what).toBeNull();
      expect(answer.text, what).not.toContain(license.key);
      if (isRefusedByHost(request.path)) {
        expect(answer.status, what).toBe(400);
        return;
      }
      expect(answer.headers['content-type'] ?? '', what).toMatch(/^application\/(problem\+)?json/);
      expect(/<!?[a-z]+[ >]/i.exec(answer.text), what).toBeNull();
      if (request.method !== 'HEAD') expect(answer.body, what).not.toEqual({});
      if (answer.status >= 400) {
        expect(answer.headers['content-type'], what).toBe('application/problem+json');
      }
    });

    expect(await everything(world)).toBe(before);
    // It really was a mixed bag, and the process is as well as before.
    for (const status of [200, 400, 404, 405, 413, 415])
      expect(statuses.get(status), `${status}`).toBeGreaterThan(0);
    expect((await ask(api.url, 'validate', device)).body.code).toBe('VALID');
  },
);
