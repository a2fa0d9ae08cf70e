import { expect, test } from 'vitest';
import { aManageKey, manageIn } from '../../support/manage.ts';
import type { Documented } from '../../support/manageDocument.ts';
import { OPERATIONS, unlikeDocument } from '../../support/manageDocument.ts';
import { seedCatalog, seedLicenses } from '../../support/seedLicenses.ts';
import { chance as seeded } from '../../support/seededRandom.ts';
import { newWorld } from '../../support/world.ts';

/** With every run of the suite; LATCHKEY_FUZZ=10000 sends ten thousand. */
const REQUESTS = Number(process.env['LATCHKEY_FUZZ'] ?? 1_000);
const AT_ONCE = 16;

const STRANGE: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e21,
  '',
  ' ',
  '../..',
  '__proto__',
  'a'.repeat(600),
  '\u0000',
  '\ud800',
  '💥'.repeat(40),
  "' OR 1=1 --",
  '9999-12-31T23:59:59Z',
  '0000-00-00T00:00:00Z',
  [],
  [[1]],
  {},
  { constructor: 1 },
  { type: 'delete', confirmation: null },
  { deep: { deep: { deep: { deep: { deep: { deep: { deep: { deep: {} } } } } } } } },
];

test('random requests: none is answered with 5xx, and every answer is what the document says', async () => {
  const world = newWorld('manage-fuzz');
  const { productId, generatorId } = await seedCatalog(world);
  const licenses = await seedLicenses(world, 40, () => ({ productId, generatorId }));
  const ask = manageIn(world);
  const { key } = await aManageKey(world);
  const dice = seeded(20_261_122);
  const pick = <T>(from: readonly T[]): T => dice.pick(from);
  const chance = (share: number): boolean => dice.next() < share;

  const ids = [
    ...licenses.map(({ id }) => id),
    productId,
    generatorId,
    'license',
    'nothing',
    '%2e%2e',
    '%00',
    '*',
    'a'.repeat(200),
  ];
  const strange = (value: unknown): unknown => {
    if (chance(0.5)) return pick(STRANGE);
    if (Array.isArray(value)) return [...(value as unknown[]), pick(STRANGE)];
    if (typeof value === 'object' && value !== null) return mutated(value);
    return typeof value === 'number'
      ? value * pick([-1, 0, 1e9])
      : `${String(value)}${String(pick(STRANGE))}`;
  };
  const mutated = (example: object): object => {
    const members = Object.entries(example).flatMap(([name, value]): [string, unknown][] => {
      if (chance(0.1)) return [];
      return [[chance(0.03) ? `${name}x` : name, chance(0.25) ? strange(value) : value]];
    });
    return Object.fromEntries(members);
  };
  const bodyOf = ({ operation }: Documented): unknown => {
    const example = operation.requestBody?.content['application/json']?.example as object | undefined;
    if (example === undefined) return chance(0.1) ? pick(STRANGE) : undefined;
    if (chance(0.05)) return pick(['{', '[]', 'null', '"text"', '{"a":1}{']);
    return chance(0.2) ? example : mutated(example);
  };
  const queryOf = ({ operation }: Documented): string => {
    const names = (operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
    const values = ['1', '100', '101', 'active', 'x', '', '2026-01-01T00:00:00Z', 'bm9uc2Vuc2U', ...ids];
    const asked = names
      .filter(() => chance(0.3))
      .map((name) => `${name}=${encodeURIComponent(pick(values))}`);
    return asked.length === 0 ? '' : `?${asked.join('&')}`;
  };

  const wrong: unknown[] = [];
  const statuses = new Map<number, number>();
  const one = async (): Promise<void> => {
    const operation = pick(OPERATIONS);
    const path = operation.path.replace(/\{\w+\}/g, () => pick(ids)) + queryOf(operation);
    const headers = {
      ...(chance(0.1) && { 'if-match': pick(['"r1"', '"r999"', 'x', '*', 'W/"r1"']) }),
      ...(chance(0.2) && {
        'idempotency-key': pick(['a', 'b', 'c', 'x y', 'é'.slice(1), 'z'.repeat(300), world.tools.newId()]),
      }),
    };
    const asked = { key: chance(0.03) ? 'lkm_production_x' : key, body: bodyOf(operation), headers };
    const answer = await ask(operation.method, path, asked);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const faults =
      answer.status === 404 && answer.body['code'] === 'NO_SUCH_ROUTE'
        ? []
        : unlikeDocument(operation, answer);
    if (answer.status < 500 && faults.length === 0) return;
    if (wrong.length < 5)
      wrong.push({ method: operation.method, path, asked, text: answer.text.slice(0, 500), faults });
  };
  let left = REQUESTS;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await one();
    }),
  );
  expect(wrong).toEqual([]);
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 404, 422]));
}, 900_000);
