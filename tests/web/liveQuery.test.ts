import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { defineComponent, ref, type Ref } from 'vue';
import type { QueryDescription, RawDoc } from '../../web/src/firebase/description.ts';
import { liveSourceKey } from '../../web/src/firebase/live.ts';
import type { Live } from '../../web/src/firebase/useLive.ts';
import { useLiveQuery } from '../../web/src/firebase/useLiveQuery.ts';
import { fakeLive } from './support/fakeLive.ts';

const doc = (id: string): RawDoc => ({ id, data: {} });
const PRODUCTION = 'environments/production/licenses';

async function watching(first: QueryDescription | null) {
  const { source, subscriptions } = fakeLive();
  const query: Ref<QueryDescription | null> = ref(first);
  let live: Live<readonly string[]> | undefined;
  const part = defineComponent(() => {
    live = useLiveQuery(
      () => query.value && { ...query.value },
      (id) => {
        if (id === 'broken') throw new Error('cannot be read');
        return id;
      },
    );
    return () => null;
  });
  const wrapper = mount(part, {
    global: { provide: { [liveSourceKey as symbol]: () => Promise.resolve(source) } },
  });
  await flushPromises();
  if (live === undefined) throw new Error('not set up');
  return { query, live, subscriptions, wrapper, last: () => subscriptions.at(-1) };
}

describe('a live list', () => {
  afterEach(() => void vi.useRealTimers());

  test('loads, then shows what the server says, and follows it', async () => {
    const { live, last } = await watching({ collection: PRODUCTION, limit: 50 });
    expect(live.state.value).toBe('loading');
    last()?.answer([doc('a')]);
    expect([live.state.value, live.data.value]).toEqual(['ready', ['a']]);
    last()?.answer([doc('a'), doc('b')]);
    expect(live.data.value).toEqual(['a', 'b']);
  });

  test('an empty answer from memory alone is not "there is none"', async () => {
    const { live, last } = await watching({ collection: PRODUCTION, limit: 50 });
    last()?.answer([], true);
    expect(live.state.value).toBe('loading');
    last()?.answer([]);
    expect([live.state.value, live.data.value]).toEqual(['ready', []]);
  });

  test('a first load that reaches nobody is told as such, and the rows come when the server is back', async () => {
    const { live, last } = await watching({ collection: PRODUCTION, limit: 50 });
    vi.useFakeTimers();
    last()?.answer([], true);
    vi.runAllTimers();
    expect([live.state.value, live.error.value?.code]).toEqual(['error', 'unavailable']);
    last()?.answer([doc('a')]);
    expect([live.state.value, live.error.value, live.data.value]).toEqual(['ready', null, ['a']]);
  });

  test('out of reach: rows stay readable and are called stale until the server is back', async () => {
    const { live, last } = await watching({ collection: PRODUCTION, limit: 50 });
    last()?.answer([doc('a')]);
    last()?.answer([doc('a')], true);
    expect([live.data.value, live.stale.value]).toEqual([['a'], true]);
    last()?.answer([doc('a')]);
    expect(live.stale.value).toBe(false);
  });

  test('another page: the old rows stay while it loads, and the old subscription ends', async () => {
    const { live, query, subscriptions } = await watching({ collection: PRODUCTION, limit: 50 });
    subscriptions[0]?.answer([doc('a')]);
    query.value = { collection: PRODUCTION, limit: 50, startAfter: ['a'] };
    await flushPromises();
    expect([live.state.value, live.data.value]).toEqual(['loading', ['a']]);
    expect(subscriptions.map((s) => s.open)).toEqual([false, true]);
    subscriptions[0]?.answer([doc('late')]);
    expect(live.data.value).toEqual(['a']);
    subscriptions[1]?.answer([doc('b')]);
    expect([live.state.value, live.data.value]).toEqual(['ready', ['b']]);
  });

  test('another environment: rows of the first are gone at once', async () => {
    const { live, query, last } = await watching({ collection: PRODUCTION, limit: 50 });
    last()?.answer([doc('a')]);
    query.value = { collection: 'environments/staging/licenses', limit: 50 };
    await flushPromises();
    expect([live.state.value, live.data.value]).toEqual(['loading', []]);
  });

  test('the same description built anew does not subscribe again', async () => {
    const { query, subscriptions } = await watching({ collection: PRODUCTION, limit: 50 });
    query.value = { collection: PRODUCTION, limit: 50 };
    await flushPromises();
    expect(subscriptions).toHaveLength(1);
  });

  test('refused: said as such, and what may no longer be read is no longer shown', async () => {
    const { live, last } = await watching({ collection: PRODUCTION, limit: 50 });
    last()?.answer([doc('a')]);
    last()?.fail({ code: 'permission-denied' });
    expect([live.state.value, live.data.value]).toEqual(['denied', []]);
  });

  test('failed: rows stay, and retry subscribes again', async () => {
    const { live, last, subscriptions } = await watching({ collection: PRODUCTION, limit: 50 });
    last()?.answer([doc('a')]);
    last()?.fail({ code: 'unavailable' });
    expect([live.state.value, live.data.value, live.error.value?.retryable]).toEqual(['error', ['a'], true]);
    live.retry();
    await flushPromises();
    expect([live.state.value, live.error.value, subscriptions.length]).toEqual(['loading', null, 2]);
    last()?.answer([doc('b')]);
    expect([live.state.value, live.data.value]).toEqual(['ready', ['b']]);
  });

  test('a document that cannot be read is an error, not an empty list', async () => {
    const { live, last } = await watching({ collection: PRODUCTION, limit: 50 });
    last()?.answer([doc('broken')]);
    expect(live.state.value).toBe('error');
  });

  test('nothing to ask: nothing is subscribed', async () => {
    const { live, subscriptions } = await watching(null);
    expect([live.state.value, subscriptions.length]).toEqual(['loading', 0]);
  });

  test('the subscription ends with its component', async () => {
    const { wrapper, live, last } = await watching({ collection: PRODUCTION, limit: 50 });
    wrapper.unmount();
    expect(last()?.open).toBe(false);
    last()?.answer([doc('late')]);
    expect(live.data.value).toEqual([]);
  });
});
