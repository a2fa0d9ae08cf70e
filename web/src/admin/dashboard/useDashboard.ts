import { useDocumentVisibility, useIntervalFn } from '@vueuse/core';
import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import type {
  DashboardFigures,
  DashboardFiguresAnswer,
  DashboardFiguresRequest,
} from '@latchkey/domain/wire/console/dashboardFigures';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { useEnvironment } from '../../session/environment.ts';

const FIVE_MINUTES = 5 * 60 * 1000;
/** The server would give the same figures again. */
const STILL_FRESH = 30_000;

const askServer = callable<DashboardFiguresRequest, DashboardFiguresAnswer>('dashboardFigures');

/**
 * The dashboard's figures: asked for anew every five minutes, when somebody comes back to the page, and for
 * another environment. Figures stay on the page while newer ones are fetched, and when those cannot be had.
 */
export function useDashboard(ask = askServer) {
  const environment = useEnvironment();
  const figures = shallowRef<DashboardFigures | null>(null);
  const problem = shallowRef<Problem | null>(null);
  let round = 0;
  let askedAt = -Infinity;

  async function load(): Promise<void> {
    const mine = ++round;
    askedAt = performance.now();
    try {
      const found = accepted(await ask({ environment: environment.current }));
      if (mine !== round) return;
      figures.value = found;
      problem.value = null;
    } catch (cause) {
      if (mine === round) problem.value = toProblem(cause);
    }
  }

  watch(
    () => environment.current,
    () => {
      // Never figures of another environment under the new one's name.
      figures.value = null;
      problem.value = null;
      void load();
    },
    { immediate: true },
  );
  const visibility = useDocumentVisibility();
  useIntervalFn(() => {
    if (visibility.value === 'visible') void load();
  }, FIVE_MINUTES);
  watch(visibility, (now) => {
    if (now === 'visible' && performance.now() - askedAt > STILL_FRESH) void load();
  });
  onScopeDispose(() => (round += 1));

  return {
    figures,
    problem,
    countedAt: computed(() => (figures.value === null ? null : new Date(figures.value.at))),
    retry: () => void load(),
  };
}
