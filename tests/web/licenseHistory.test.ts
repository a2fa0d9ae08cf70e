import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach, describe, expect, test } from 'vitest';
import { defineComponent, h } from 'vue';
import { HISTORY_PAGE } from '../../web/src/audit/licenseQueries.ts';
import { useLicenseHistory } from '../../web/src/audit/useLicenseHistory.ts';
import type { LiveSource, QueryDescription, RawDoc, Snapshot } from '../../web/src/firebase/description.ts';
import { liveSourceKey } from '../../web/src/firebase/live.ts';

const event = (number: number): RawDoc => ({
  id: `e${String(number).padStart(3, '0')}`,
  data: { action: 'activation.created', at: new Date(number * 1000), actor: { kind: 'software' } },
});
/** Events `from` down to `to`, as the query orders them. */
const down = (from: number, to: number): RawDoc[] =>
  Array.from({ length: from - to + 1 }, (_, index) => event(from - index));

let wrapper: VueWrapper;
function open(older: (query: QueryDescription) => Promise<RawDoc[]> = async () => []) {
  let next: (snapshot: Snapshot<RawDoc[]>) => void = () => undefined;
  const asked: QueryDescription[] = [];
  const source = {
    watchQuery: (_query, listener) => {
      next = listener;
      return () => undefined;
    },
    readPage: (query) => {
      asked.push(query);
      return older(query);
    },
  } as Partial<LiveSource> as LiveSource;
  let history: ReturnType<typeof useLicenseHistory> | undefined;
  const part = defineComponent({
    setup() {
      history = useLicenseHistory(() => 'l');
      return () => h('p');
    },
  });
  wrapper = mount(part, {
    global: {
      plugins: [createPinia()],
      provide: { [liveSourceKey as symbol]: () => Promise.resolve(source) },
    },
  });
  const tell = async (value: RawDoc[], fromCache = false): Promise<void> => {
    await flushPromises();
    next({ value, fromCache });
    await flushPromises();
  };
  if (history === undefined) throw new Error('not set up');
  return { history, tell, asked };
}
const ids = (history: ReturnType<typeof useLicenseHistory>) => history.events.value.map(({ id }) => id);

afterEach(() => wrapper.unmount());

describe('the history of a license', () => {
  test('is the newest page, then page after page to its beginning, without a gap or a repetition', async () => {
    const { history, tell, asked } = open(async () => down(20, 1));
    await tell(down(HISTORY_PAGE + 20, 20));
    expect(ids(history)).toEqual(down(HISTORY_PAGE + 20, 21).map(({ id }) => id));
    expect(history.hasOlder.value).toBe(true);
    await history.older();
    expect(asked[0]?.startAfter).toEqual([event(21).data.at, 'e021']);
    expect(ids(history)).toEqual(down(HISTORY_PAGE + 20, 1).map(({ id }) => id));
    expect(history.hasOlder.value).toBe(false);
  });

  test('what is new comes on top, and what moved out of the newest page stays', async () => {
    const { history, tell } = open();
    await tell(down(HISTORY_PAGE, 1));
    await tell(down(HISTORY_PAGE + 5, 5));
    expect(ids(history)).toEqual(down(HISTORY_PAGE + 5, 1).map(({ id }) => id));
  });

  test('single events out of memory leave no gap once the server has answered', async () => {
    const { history, tell } = open();
    await tell([event(50), event(1)], true);
    expect(ids(history)).toEqual(['e050', 'e001']);
    await tell(down(50, 20));
    expect(ids(history)).toEqual(down(50, 21).map(({ id }) => id));
  });

  test('a page that cannot be read says so, loses nothing, and may be asked for again', async () => {
    let online = false;
    const { history, tell } = open(async () => {
      if (!online) throw Object.assign(new Error('no'), { code: 'unavailable' });
      return down(19, 1);
    });
    await tell(down(50, 20));
    await history.older();
    expect(history.problem.value?.code).toBe('unavailable');
    expect(history.events.value).toHaveLength(HISTORY_PAGE);
    online = true;
    await history.older();
    expect(history.problem.value).toBeNull();
    expect(history.hasOlder.value).toBe(false);
  });
});
