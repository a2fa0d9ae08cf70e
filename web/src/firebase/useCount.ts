import { inject, onScopeDispose, ref, shallowRef, watch, type ShallowRef } from 'vue';
import { toProblem, type Problem } from './errors.ts';
import type { QueryDescription } from './description.ts';
import { liveSourceKey, loadFirestore } from './live.ts';

export interface Count {
  /** null until the first answer; the old figure stays while a new one is fetched. */
  readonly count: Readonly<ShallowRef<number | null>>;
  readonly error: Readonly<ShallowRef<Problem | null>>;
  /** Counts are not live: ask again after a change. */
  readonly refresh: () => void;
}

/** How many documents match, counted on the server. Page and order do not matter and cause no new count. */
export function useCount(describe: () => QueryDescription | null): Count {
  const loadSource = inject(liveSourceKey, () => loadFirestore, true);
  const count = shallowRef<number | null>(null);
  const error = shallowRef<Problem | null>(null);
  const attempt = ref(0);
  let round = 0;

  async function ask(): Promise<void> {
    const query = describe();
    const mine = ++round;
    if (query === null) {
      count.value = null;
      return;
    }
    try {
      const found = await (await loadSource()).count(query);
      if (mine !== round) return;
      count.value = found;
      error.value = null;
    } catch (cause) {
      if (mine === round) error.value = toProblem(cause);
    }
  }

  function what(): string {
    const query = describe();
    return JSON.stringify(query && [query.collection, query.where ?? []]);
  }
  watch([what, attempt], () => void ask(), { immediate: true });
  onScopeDispose(() => (round += 1));
  return { count, error, refresh: () => (attempt.value += 1) };
}
