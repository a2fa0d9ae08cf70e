import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import type {
  DashboardFigures,
  DashboardFiguresAnswer,
} from '@latchkey/domain/wire/console/dashboardFigures';
import { useDashboard } from '../../web/src/admin/dashboard/useDashboard.ts';
import { useEnvironment } from '../../web/src/session/environment.ts';
import { mountPart } from './support/mount.ts';

interface Asked {
  readonly environment: string;
  readonly answer: (found: DashboardFiguresAnswer) => void;
  readonly fail: (cause: unknown) => void;
}

let asked: Asked[];
let page: ReturnType<typeof mountPart>;
let dashboard: ReturnType<typeof useDashboard>;

const figures = (products: number) =>
  ({ ok: true, at: '2026-03-04T05:06:07.000Z', products }) as DashboardFigures;

beforeEach(() => {
  vi.useFakeTimers();
  setActivePinia(createPinia());
  asked = [];
  const part = defineComponent({
    setup() {
      dashboard = useDashboard(({ environment }) => {
        const { promise, resolve, reject } = Promise.withResolvers<DashboardFiguresAnswer>();
        asked.push({ environment, answer: resolve, fail: reject });
        return promise;
      });
      return () => h('div');
    },
  });
  page = mountPart(part);
});

afterEach(() => {
  page.unmount();
  vi.useRealTimers();
});

async function answer(index: number, products: number): Promise<void> {
  asked[index]?.answer(figures(products));
  await flushPromises();
}

async function comesBack(): Promise<void> {
  for (const state of ['hidden', 'visible']) {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state as DocumentVisibilityState);
    document.dispatchEvent(new Event('visibilitychange'));
    await flushPromises();
  }
}

describe('the figures of the dashboard', () => {
  it('are asked for at once, and every five minutes', async () => {
    expect(asked).toHaveLength(1);
    await answer(0, 1);
    await vi.advanceTimersByTimeAsync(5 * 60_000 - 1);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(2);
    expect(dashboard.figures.value?.products).toBe(1);
    await answer(1, 2);
    expect(dashboard.figures.value?.products).toBe(2);
  });

  it('are renewed for who comes back to the page, unless they were asked for just now', async () => {
    await answer(0, 1);
    await comesBack();
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(31_000);
    await comesBack();
    expect(asked).toHaveLength(2);
  });

  it('are never shown under the name of another environment, however late they come', async () => {
    const environment = useEnvironment();
    const first = environment.current;
    await answer(0, 1);
    environment.choose('staging');
    await flushPromises();
    expect(dashboard.figures.value).toBeNull();
    expect(asked.map((one) => one.environment)).toEqual([first, 'staging']);
    environment.choose('development');
    await flushPromises();
    await answer(1, 7);
    expect(dashboard.figures.value).toBeNull();
    await answer(2, 8);
    expect(dashboard.figures.value?.products).toBe(8);
  });

  it('stay on the page when newer ones cannot be had, and a second try brings them', async () => {
    await answer(0, 1);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    asked[1]?.fail({ code: 'functions/unavailable' });
    await flushPromises();
    expect([dashboard.figures.value?.products, dashboard.problem.value?.code]).toEqual([1, 'unavailable']);
    dashboard.retry();
    await answer(2, 3);
    expect([dashboard.figures.value?.products, dashboard.problem.value]).toEqual([3, null]);
  });
});
