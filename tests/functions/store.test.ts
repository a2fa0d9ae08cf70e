import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { countingStore } from '@latchkey/functions/firestore/countingStore';
import { fieldPath } from '@latchkey/functions/firestore/fieldPath';
import { ConflictError, unchanged } from '@latchkey/functions/firestore/store';
import type { Write } from '@latchkey/functions/firestore/store';
import { emulatorStore } from '../support/emulatorStore.ts';

const store = emulatorStore();
let parent: string;
const at = (id: string): string => `${parent}/things/${id}`;
const read = async (id: string): Promise<unknown> => (await store.getAll([at(id)]))[0]?.data;

beforeEach(() => {
  parent = `environments/t${randomBytes(6).toString('hex')}`;
});

describe('reading', () => {
  test('documents come back in the order asked for, missing ones and repeats included', async () => {
    await store.commit(['a', 'b'].map((id) => ({ kind: 'set', path: at(id), data: { id } })));
    const found = await store.getAll<{ id: string }>([at('b'), at('none'), at('a'), at('b')]);
    expect(found.map(({ id, data }) => [id, data?.id])).toEqual([
      ['b', 'b'],
      ['none', undefined],
      ['a', 'a'],
      ['b', 'b'],
    ]);
    expect(found[1]?.updateTime).toBeUndefined();
    expect(found[0]?.updateTime).toMatch(/^\d{4}-/);
  });

  test.each([
    '',
    'a',
    'a/b/c',
    'a//b',
    'a/..',
    'a/.',
    'a/__x__',
    '/a/b',
    'a/b/',
    'a/b?c',
    'a/b c',
    'a/\u00e9',
  ])('the path %j never becomes a request', async (path) => {
    await expect(store.getAll([path])).rejects.toThrow('not a document path');
    await expect(store.commit([{ kind: 'delete', path }])).rejects.toThrow('not a document path');
  });
});

describe('writing', () => {
  test('all writes of a commit or none', async () => {
    await store.commit([{ kind: 'set', path: at('taken'), data: { by: 'first' } }]);
    const writes: Write[] = [
      { kind: 'set', path: at('other'), data: {} },
      { kind: 'set', path: at('taken'), data: { by: 'second' }, if: { exists: false } },
    ];
    await expect(store.commit(writes)).rejects.toBeInstanceOf(ConflictError);
    expect(await read('other')).toBeUndefined();
    expect(await read('taken')).toEqual({ by: 'first' });
  });

  test('an update touches the named fields only, inside maps too', async () => {
    const data = { a: 1, map: { x: 1, y: 2 }, gone: true, names: { 'a.b': 1 } };
    await store.commit([{ kind: 'set', path: at('u'), data }]);
    await store.commit([
      {
        kind: 'update',
        path: at('u'),
        data: {
          'map.x': 5,
          [fieldPath('names', 'a.b')]: 2,
          [fieldPath('names', 'c`d')]: 3,
          ignored: undefined,
        },
        remove: ['gone'],
        increment: { a: 2, 'map.n': 1 },
      },
    ]);
    expect(await read('u')).toEqual({ a: 3, map: { x: 5, y: 2, n: 1 }, names: { 'a.b': 2, 'c`d': 3 } });
  });

  test('an update of nothing but counters leaves the rest alone', async () => {
    await store.commit([{ kind: 'set', path: at('c'), data: { n: 1, kept: 'yes' } }]);
    await store.commit([{ kind: 'update', path: at('c'), data: {}, increment: { n: 4 } }]);
    expect(await read('c')).toEqual({ n: 5, kept: 'yes' });
  });

  test('an update of a missing document is a conflict, unless it may create', async () => {
    const write: Write = { kind: 'update', path: at('m'), data: { a: 1 } };
    await expect(store.commit([write])).rejects.toBeInstanceOf(ConflictError);
    await store.commit([{ ...write, if: { exists: false } }]);
    expect(await read('m')).toEqual({ a: 1 });
  });

  const guarded: [string, (path: string) => Omit<Write, 'if'>][] = [
    ['set', (path) => ({ kind: 'set', path, data: { v: 2 } })],
    ['update', (path) => ({ kind: 'update', path, data: { v: 2 } })],
    ['delete', (path) => ({ kind: 'delete', path })],
    ['check', (path) => ({ kind: 'check', path })],
  ];
  test.each(guarded)(
    'a %s guarded by the version read passes, and fails once somebody wrote',
    async (_, write) => {
      await store.commit([{ kind: 'set', path: at('g'), data: { v: 0 } }]);
      const [stale] = await store.getAll([at('g')]);
      await store.commit([{ kind: 'set', path: at('g'), data: { v: 1 } }]);
      const [fresh] = await store.getAll([at('g')]);
      if (stale === undefined || fresh === undefined) throw new Error('nothing was read');
      const commit = (read: typeof stale): Promise<void> =>
        store.commit([
          { ...write(at('g')), if: unchanged(read) } as Write,
          { kind: 'set', path: at('beside'), data: { seen: true } },
        ]);
      await expect(commit(stale)).rejects.toBeInstanceOf(ConflictError);
      expect(await read('beside')).toBeUndefined();
      await commit(fresh);
      expect(await read('beside')).toEqual({ seen: true });
    },
  );
});

describe('asking', () => {
  const rows = [
    { n: 1, kind: 'odd', tags: ['x'], none: null },
    { n: 2, kind: 'even', tags: ['x', 'y'], none: 1 },
    { n: 3, kind: 'odd', tags: ['y'], none: null },
    { n: 4, kind: 'even', tags: [], none: 1 },
  ];
  beforeEach(() => store.commit(rows.map((data) => ({ kind: 'set', path: at(`r${data.n}`), data }))));
  const numbers = async (query: Partial<Parameters<typeof store.query>[0]>): Promise<number[]> => {
    const found = await store.query<{ n: number }>({ parent, collection: 'things', limit: 10, ...query });
    return found.map(({ data }) => data?.n ?? 0);
  };

  test('filters, order, limit and cursor', async () => {
    expect(await numbers({ where: [['kind', '==', 'odd']] })).toEqual([1, 3]);
    expect(await numbers({ where: [['none', '==', null]] })).toEqual([1, 3]);
    expect(await numbers({ where: [['tags', 'array-contains', 'y']] })).toEqual([2, 3]);
    expect(await numbers({ where: [['n', 'in', [1, 4]]] })).toEqual([1, 4]);
    expect(
      await numbers({
        where: [
          ['kind', '==', 'even'],
          ['n', '>', 2],
        ],
      }),
    ).toEqual([4]);
    expect(await numbers({ orderBy: [['n', 'desc']], limit: 2 })).toEqual([4, 3]);
    expect(await numbers({ orderBy: [['n', 'desc']], startAfter: [3] })).toEqual([2, 1]);
    const orderBy = [
      ['kind', 'asc'],
      ['__name__', 'asc'],
    ] as const;
    expect(await numbers({ orderBy, startAfter: ['even', at('r2')] })).toEqual([4, 1, 3]);
    expect(await numbers({ where: [['__name__', '>', at('r2')]] })).toEqual([3, 4]);
  });

  test('a selection brings the named fields, an empty one only the names', async () => {
    const query = { parent, collection: 'things', limit: 1 };
    expect(await store.query({ ...query, select: ['kind'] })).toMatchObject([
      { id: 'r1', data: { kind: 'odd' } },
    ]);
    expect((await store.query({ ...query, select: [] }))[0]).toMatchObject({ path: at('r1'), data: {} });
  });

  test('counts, up to a bound', async () => {
    const all = { parent, collection: 'things' };
    expect(await store.count(all)).toBe(4);
    expect(await store.count({ ...all, where: [['kind', '==', 'odd']] })).toBe(2);
    expect(await store.count(all, 3)).toBe(3);
    expect(await store.query({ ...all, limit: 5, where: [['n', '==', 9]] })).toEqual([]);
  });

  test('what goes through is counted', async () => {
    const counting = countingStore(store);
    await counting.getAll([at('r1'), at('none')]);
    await counting.query({ parent, collection: 'things', limit: 3 });
    await counting.commit([{ kind: 'delete', path: at('r1') }]);
    expect(counting.counts).toEqual({ reads: 5, writes: 1, queries: 1, roundTrips: 3 });
  });
});
