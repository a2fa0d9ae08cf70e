import { onScopeDispose, ref, shallowRef, watch, type ShallowRef } from 'vue';
import type { CountByStateAnswer, CountByStateRequest } from '@latchkey/domain/wire/console/countByState';
import { accepted } from '../../../firebase/accepted.ts';
import { callable } from '../../../firebase/callables.ts';
import { toProblem, type Problem } from '../../../firebase/errors.ts';
import { useEnvironment } from '../../../session/environment.ts';

const count = callable<CountByStateRequest, CountByStateAnswer>('countByState');
export type StateCounts = Extract<CountByStateAnswer, { ok: true }>['counts'];

export interface CountedStates {
  /** null until counted. */
  readonly counts: Readonly<ShallowRef<StateCounts | null>>;
  readonly error: Readonly<ShallowRef<Problem | null>>;
  /** Counts are not live: ask again after a change. */
  readonly refresh: () => void;
}

/** How many licenses a product or generator has in each state, counted on the server. */
export function useStateCounts(of: () => CountByStateRequest['of'] | null): CountedStates {
  const environment = useEnvironment();
  const counts = shallowRef<StateCounts | null>(null);
  const error = shallowRef<Problem | null>(null);
  const attempt = ref(0);
  let round = 0;

  async function ask(): Promise<void> {
    const mine = ++round;
    const wanted = of();
    if (wanted === null) return;
    try {
      const answer = accepted(await count({ environment: environment.current, of: wanted }));
      if (mine !== round) return;
      counts.value = answer.counts;
      error.value = null;
    } catch (cause) {
      if (mine === round) error.value = toProblem(cause);
    }
  }
  const what = (): string => JSON.stringify([environment.current, of()]);
  // The figures of another one must not stand under this one's name.
  watch(what, () => (counts.value = null));
  watch([what, attempt], ask, { immediate: true });
  onScopeDispose(() => (round += 1));
  return { counts, error, refresh: () => (attempt.value += 1) };
}

export function sumOf(counts: StateCounts): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}
