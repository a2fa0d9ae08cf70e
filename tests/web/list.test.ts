import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { createPinia } from 'pinia';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import type { LiveSource, QueryDescription, RawDoc } from '../../web/src/firebase/description.ts';
import { liveSourceKey } from '../../web/src/firebase/live.ts';
import { useList, type List } from '../../web/src/lists/useList.ts';
import { oneOf, sortOf, sortUrl, textOf } from '../../web/src/lists/listUrl.ts';
import type { Sort } from '../../web/src/ui/listTable.ts';
import { mountPart } from './support/mount.ts';

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}
interface ThingFilter {
  readonly search: string;
  readonly kind: 'odd' | 'even' | null;
  readonly sort: Sort<'size' | 'name'>;
}
const BIGGEST: ThingFilter['sort'] = { key: 'size', direction: 'desc' };
const THINGS: readonly Thing[] = Array.from({ length: 120 }, (_, i) => ({
  id: `t${String(i).padStart(3, '0')}`,
  name: `thing ${i}`,
  size: i,
}));

/** Answers at once, as Firestore would, for lists ordered by size from the biggest down. */
function source(asked: QueryDescription[]): LiveSource {
  const raw = ({ id, ...data }: Thing): RawDoc => ({ id, data });
  return {
    watchQuery(query, next) {
      asked.push(query);
      const order = THINGS.toReversed();
      const at = (values: readonly unknown[]) => order.findIndex(({ id }) => id === values.at(-1));
      const rows = query.endBefore
        ? order.slice(0, at(query.endBefore)).slice(-query.limit)
        : order.slice(query.startAfter ? at(query.startAfter) + 1 : 0).slice(0, query.limit);
      next({ value: rows.map(raw), fromCache: false });
      return () => undefined;
    },
    watchDoc(path, next) {
      const found = THINGS.find(({ id }) => path === `things/${id}`);
      next({ value: found ? raw(found) : null, fromCache: false });
      return () => undefined;
    },
    readPage: () => Promise.resolve([]),
    count: () => Promise.resolve(120),
  };
}

let wrapper: VueWrapper;
let router: Router;
let asked: QueryDescription[];
let list: List<Thing, ThingFilter>;

async function open(address: string): Promise<void> {
  asked = [];
  const Page = defineComponent(() => {
    list = useList<Thing, ThingFilter>({
      noun: { one: 'thing', many: 'things' },
      filterOf: (query) => ({
        search: textOf(query['q']) ?? '',
        kind: oneOf(['odd', 'even'], query['kind']),
        sort: sortOf(query['sort'], ['size', 'name'], BIGGEST),
      }),
      urlOf: ({ search, kind, sort }) => ({
        ...(search !== '' && { q: search.slice(0, 8) }),
        ...(kind !== null && { kind }),
        ...sortUrl(sort, BIGGEST),
      }),
      query: ({ kind, sort }) => ({
        collection: 'things',
        where: kind === null ? [] : [['kind', '==', kind]],
        orderBy: [
          [sort.key, sort.direction],
          ['__name__', sort.direction],
        ],
      }),
      read: (id, data) => ({ ...data, id }) as unknown as Thing,
      search: {
        query: ({ search }) =>
          search === '' ? null : { collection: 'things', where: [[`search.${search}`, '==', true]] },
        matches: ({ name }, { search }) => name.includes(search),
      },
    });
    return () => h('p', list.table.countText);
  });
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: Page }] });
  await router.push(address);
  wrapper = mountPart(Page, {
    global: {
      plugins: [createPinia(), router],
      provide: { [liveSourceKey as symbol]: async () => source(asked) },
    },
  });
  await flushPromises();
}
const address = (): string => router.currentRoute.value.fullPath;
const ids = (): string[] => list.rows.map(({ id }) => id);

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  wrapper.unmount();
  vi.useRealTimers();
});

describe('a list', () => {
  it('has pages of the size in the address, else of the size chosen last, and a new size starts at the first', async () => {
    await open('/?kind=odd&size=25&page=2&after=t095');
    expect([ids()[0], ids().length, list.table.countText]).toEqual(['t094', 25, '26–50 of 120 things']);
    list.table.onNext();
    await flushPromises();
    expect(address()).toBe('/?kind=odd&size=25&page=3&after=t070');
    list.table['onUpdate:pageSize'](100);
    await flushPromises();
    expect([ids()[0], ids().length, address()]).toEqual(['t119', 100, '/?kind=odd&size=100']);
    await router.push('/?kind=even');
    await flushPromises();
    expect(ids()).toHaveLength(100);
    await router.push('/?size=7');
    await flushPromises();
    expect(ids(), 'a size that nobody offers is not taken').toHaveLength(100);
    list.table['onUpdate:pageSize'](50);
  });

  it('goes on and back by cursors in the address, and the Back button goes back a page', async () => {
    await open('/?kind=odd');
    expect([ids()[0], list.table.countText, list.table.hasPrevious]).toEqual([
      't119',
      '1–50 of 120 things',
      false,
    ]);
    list.table.onNext();
    await flushPromises();
    expect([ids()[0], address(), list.table.countText]).toEqual([
      't069',
      '/?kind=odd&page=2&after=t070',
      '51–100 of 120 things',
    ]);
    list.table.onNext();
    await flushPromises();
    expect([ids().length, list.table.hasNext, list.table.page]).toEqual([20, false, 3]);
    list.table.onPrevious();
    await flushPromises();
    expect([ids()[0], ids().at(-1), address()]).toEqual(['t069', 't020', '/?kind=odd&page=2&before=t019']);
    router.back();
    await flushPromises();
    expect(ids()[0]).toBe('t019');
    await router.push('/?kind=odd');
    await flushPromises();
    expect(ids()[0]).toBe('t119');
  });

  it('opens at the page of a bookmark, whose row beside it is read once', async () => {
    await open('/?page=2&after=t070');
    expect([ids()[0], list.table.countText]).toEqual(['t069', '51–100 of 120 things']);
    expect(asked.filter(({ limit }) => limit === 51)).toHaveLength(1);
  });

  it('opens at the first page where the row of the bookmark is gone', async () => {
    await open('/?kind=odd&page=2&after=gone');
    expect([ids()[0], address()]).toEqual(['t119', '/?kind=odd']);
  });

  it('starts again at the first page with another filter or order, and clears all but the order', async () => {
    await open('/?page=2&after=t070');
    list.change({ kind: 'even' });
    await flushPromises();
    expect([address(), list.filtered]).toEqual(['/?kind=even', true]);
    list.sortBy({ key: 'name', direction: 'asc' });
    await flushPromises();
    expect([address(), list.table.sort]).toEqual([
      '/?kind=even&sort=name',
      { key: 'name', direction: 'asc' },
    ]);
    list.sortBy({ key: 'secret', direction: 'asc' });
    await flushPromises();
    expect(address()).toBe('/?kind=even');
    list.clear();
    await flushPromises();
    expect([address(), list.filtered]).toEqual(['/', false]);
  });

  it('searches when typing pauses, from two characters on, and holds the whole text beside the address', async () => {
    await open('/');
    list.type('t');
    await vi.advanceTimersByTimeAsync(400);
    expect([list.searching, list.tooShort]).toEqual([false, true]);
    list.type('thing 11');
    await vi.advanceTimersByTimeAsync(100);
    expect(list.searching).toBe(false);
    list.type('thing 111');
    await vi.advanceTimersByTimeAsync(400);
    await flushPromises();
    expect(list.filter.search).toBe('thing 111');
    expect(decodeURIComponent(address()).replace('+', ' ')).toBe('/?q=thing 11');
    expect(asked.flatMap(({ where = [] }) => where.map(([field]) => field))).toEqual(['search.thing 111']);
  });

  it('shows of a search what really matches, in the order of the list, and says when there is more', async () => {
    await open('/?q=thing');
    expect([ids().length, ids()[0], list.more, list.total]).toEqual([100, 't119', true, null]);
    expect(list.table.countText).toContain('The first 100 matches');
    await router.push('/?q=thing 110');
    await vi.advanceTimersByTimeAsync(400);
    await flushPromises();
    expect([ids(), list.more, list.table.hasNext]).toEqual([['t110'], true, false]);
  });
});
