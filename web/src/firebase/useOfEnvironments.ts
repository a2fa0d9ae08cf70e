import { computed, type ComputedRef } from 'vue';
import { ENVIRONMENTS, type Environment } from '@latchkey/domain/environment';
import type { Problem } from './errors.ts';
import type { QueryDescription, RawDoc } from './description.ts';
import type { LiveStateName } from './useLive.ts';
import { useLiveQuery } from './useLiveQuery.ts';

export interface Merged<T> {
  readonly rows: ComputedRef<readonly T[]>;
  /** Production decides first; "ready" once every environment has answered. */
  readonly state: ComputedRef<LiveStateName>;
  readonly stale: ComputedRef<boolean>;
  readonly error: ComputedRef<Problem | null>;
  readonly retry: () => void;
}

/**
 * The same question asked live in every environment, answered as one list; for customers, who see them all.
 * Where there is nothing to ask (null), nothing is waited for, as long as something is asked elsewhere.
 */
export function useOfEnvironments<T>(
  describe: (environment: Environment) => QueryDescription | null,
  read: (environment: Environment) => (id: string, data: RawDoc['data']) => T,
): Merged<T> {
  const parts = ENVIRONMENTS.map((environment) =>
    useLiveQuery<T>(() => describe(environment), read(environment)),
  );
  const worst: readonly LiveStateName[] = ['denied', 'error', 'loading', 'ready'];
  const asked = computed(() =>
    parts.filter((_, index) => describe(ENVIRONMENTS[index] ?? 'production') !== null),
  );
  return {
    rows: computed(() => parts.flatMap((part) => [...part.data.value])),
    state: computed(() => {
      if (asked.value.length === 0) return 'loading';
      return worst.find((state) => asked.value.some((part) => part.state.value === state)) ?? 'ready';
    }),
    stale: computed(() => parts.some((part) => part.stale.value)),
    error: computed(() => parts.find((part) => part.error.value !== null)?.error.value ?? null),
    retry: () => parts.forEach((part) => part.retry()),
  };
}
