import { jobPath } from '@latchkey/functions/firestore/collections';
import type { Job } from '@latchkey/domain/job/job';
import { beforeAll, describe, expect, test } from 'vitest';
import { goodRequests } from '../../support/goodRequests.ts';
import type { Ask } from '../../support/manage.ts';
import { aManageKey } from '../../support/manage.ts';
import type { Good, GoodRequests, ManageBench } from '../../support/manageBench.ts';
import { manageBench } from '../../support/manageBench.ts';
import { OPERATIONS, unlikeDocument } from '../../support/manageDocument.ts';

let bench: ManageBench;
let ask: Ask;
let key: string;
let requests: GoodRequests;
/** Keys that lack the permission of an operation: all that read, and all others. */
let blind: string;
let reading: string;
beforeAll(async () => {
  bench = await manageBench('manage-operations');
  ({ ask, key } = bench);
  requests = goodRequests(bench);
  ({ key: blind } = await aManageKey(bench.world, { permissions: ['keys.read'] }));
  ({ key: reading } = await aManageKey(bench.world, { permissions: ['console.read'] }));
});

const made = new Map<string, Promise<Good>>();

/** The good request of an operation; what is refused leaves its record as it was. */
function good(operationId: string): Promise<Good> {
  const known = made.get(operationId) ?? requests[operationId]?.() ?? Promise.resolve({});
  made.set(operationId, known);
  return known;
}

function filled(path: string, ids: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'nothing-here');
}

test('every operation of the document is tried', () => {
  expect(Object.keys(requests).toSorted()).toEqual(
    OPERATIONS.map(({ operation }) => operation.operationId).toSorted(),
  );
});

describe.each(OPERATIONS.map((one) => [`${one.method} ${one.path}`, one] as const))('%s', (_, one) => {
  const { method, path, operation } = one;

  test('refuses strangers, keys without the permission and what it does not know, as the document says', async () => {
    const { ids, query = '', body } = await good(operation.operationId);
    const at = filled(path, ids) + query;
    const weak = operation.description.includes('console.read') ? blind : reading;
    const strange = `lkm_production_${'a'.repeat(40)}`;
    const joined = at.includes('?') ? `${at}&nonsense=1` : `${at}?nonsense=1`;
    const cases = [
      [401, await ask(method, at, { body })],
      [401, await ask(method, at, { key: strange, body })],
      [403, await ask(method, at, { key: weak, body })],
      [400, await ask(method, joined, { key, body })],
      ...(method === 'GET' ? [] : [[400, await ask(method, at, { key, body: '{"not json' })] as const]),
      ...(method === 'GET'
        ? []
        : [[400, await ask(method, at, { key, body: { ...body, DEMOKEYNONSENSE: 1 } })] as const]),
      ...(method === 'GET'
        ? []
        : [
            [
              415,
              await ask(method, at, { key, body: body ?? {}, headers: { 'content-type': 'text/plain' } }),
            ] as const,
          ]),
    ] as const;
    for (const [status, answer] of cases) {
      expect(answer.status, answer.text).toBe(status);
      expect(unlikeDocument(one, answer), answer.text).toEqual([]);
      expect(answer.text).not.toMatch(/NONSENSE|node_modules|aaaaaaaaa/);
    }
  });

  test('answers a good request as the document says', async () => {
    const { ids, query = '', body } = await good(operation.operationId);
    const answer = await ask(method, filled(path, ids) + query, { key, body });
    expect(answer.status, answer.text).toBeLessThan(300);
    expect(unlikeDocument(one, answer), answer.text).toEqual([]);
    if (operation.responses[String(answer.status)]?.headers?.['ETag']) {
      expect(answer.headers.get('etag')).toMatch(/^"r\d+"$/);
    }
  });
});

/** Sections are there by themselves, and an import has the id that its sender gives it. */
const OF_ONE = OPERATIONS.filter(({ path }) => /\{(?!section|importId)/.test(path.replace('{page}', '')));
test.each(OF_ONE.map((one) => [`${one.method} ${one.path}`, one] as const))(
  '%s says 404 of what is not there',
  async (_, one) => {
    const { body } = await good(one.operation.operationId);
    const answer = await ask(one.method, filled(one.path), { key, body });
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(unlikeDocument(one, answer)).toEqual([]);
  },
);

test('a job that a program has started goes on only while its key may what it does', async () => {
  const { ids } = await good('getJob');
  const [stored] = await bench.world.store.getAll<Job>([jobPath('production', ids?.['jobId'] ?? '')]);
  expect(stored?.data?.actsFor).toMatchObject({ kind: 'api-key', name: 'Web shop' });
});
