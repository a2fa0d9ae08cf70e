import { computed, inject, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue';
import { ENVIRONMENTS, type Environment } from '@latchkey/domain/environment';
import type { QueryDescription, RawDoc, Stop } from './description.ts';
import { toProblem, type Problem } from './errors.ts';
import { liveSourceKey, loadFirestore } from './live.ts';
import { useOfEnvironments, type Merged } from './useOfEnvironments.ts';

export interface Pages<T> extends Merged<T> {
  /** There are older ones that are not shown yet. */
  readonly hasMore: ComputedRef<boolean>;
  readonly loadingMore: ComputedRef<boolean>;
  /** Shows the next page, live like the first. */
  readonly more: () => void;
}

/** Where the page after a row begins: the values that its query is ordered by. */
export type CursorOf = (row: RawDoc) => readonly unknown[];

interface Page {
  readonly key: string;
  readonly stop: Stop;
  readonly rows: readonly RawDoc[] | null;
}

/**
 * The newest of every environment, and on request the pages after them. The rules cap one list at 100, so that
 * more of them are further listeners. When the first page moves on, the ones behind it are asked for anew.
 */
export function usePagesOfEnvironments<T extends { readonly id: string }>(
  describe: (environment: Environment) => QueryDescription | null,
  read: (environment: Environment) => (id: string, data: RawDoc['data']) => T,
  cursorOf: CursorOf,
): Pages<T> {
  const loadSource = inject(liveSourceKey, () => loadFirestore, true);
  const first = useOfEnvironments<{ readonly raw: RawDoc; readonly environment: Environment }>(
    describe,
    (environment) => (id, data) => ({ raw: { id, data }, environment }),
  );
  const pages = shallowRef<ReadonlyMap<Environment, readonly Page[]>>(new Map());
  const problem = shallowRef<Problem | null>(null);

  const heads = computed(() => Map.groupBy(first.rows.value, ({ environment }) => environment));
  const headOf = (environment: Environment): readonly RawDoc[] =>
    (heads.value.get(environment) ?? []).map(({ raw }) => raw);
  const pagesOf = (environment: Environment): readonly Page[] => pages.value.get(environment) ?? [];
  const rowsOf = (environment: Environment): RawDoc[] => {
    const all = [headOf(environment), ...pagesOf(environment).map(({ rows }) => rows ?? [])].flat();
    return [...new Map(all.map((row) => [row.id, row])).values()];
  };
  /** The last row of a page that is full, so that there may be another; null = the end, or not known yet. */
  const lastRowOf = (environment: Environment): RawDoc | null => {
    const last = [headOf(environment), ...pagesOf(environment).map(({ rows }) => rows)].at(-1);
    return last?.length === describe(environment)?.limit ? (last?.at(-1) ?? null) : null;
  };

  function setPages(environment: Environment, change: (before: readonly Page[]) => readonly Page[]): void {
    pages.value = new Map(pages.value).set(environment, change(pagesOf(environment)));
  }

  async function add(environment: Environment, after: RawDoc): Promise<void> {
    const query = describe(environment);
    if (query === null) return;
    const key = crypto.randomUUID();
    let stop: Stop = () => undefined;
    setPages(environment, (before) => [...before, { key, stop: () => stop(), rows: null }]);
    const isOpen = (): boolean => pagesOf(environment).some((page) => page.key === key);
    const fail = (cause: unknown): void => {
      if (!isOpen()) return;
      problem.value = toProblem(cause);
      setPages(environment, (before) => before.filter((page) => page.key !== key));
    };
    try {
      const source = await loadSource();
      if (!isOpen()) return;
      const next = { ...query, startAfter: cursorOf(after) };
      stop = source.watchQuery(
        next,
        ({ value, fromCache }) => {
          // An empty answer from memory proves nothing.
          if (fromCache && value.length === 0) return;
          setPages(environment, (before) =>
            before.map((page) => (page.key === key ? { ...page, rows: value } : page)),
          );
        },
        fail,
      );
    } catch (cause) {
      fail(cause);
    }
  }

  function more(): void {
    problem.value = null;
    for (const environment of ENVIRONMENTS) {
      const last = lastRowOf(environment);
      if (last !== null) void add(environment, last);
    }
  }

  function close(environment: Environment): void {
    for (const page of pagesOf(environment)) page.stop();
    setPages(environment, () => []);
  }

  // Behind another row the pages after it would leave a gap or show some twice.
  for (const environment of ENVIRONMENTS) {
    watch(
      () => headOf(environment).at(-1)?.id,
      () => {
        if (pagesOf(environment).length === 0) return;
        close(environment);
        const last = lastRowOf(environment);
        if (last !== null) void add(environment, last);
      },
    );
  }
  onScopeDispose(() => ENVIRONMENTS.forEach(close));

  return {
    rows: computed(() =>
      ENVIRONMENTS.flatMap((environment) =>
        rowsOf(environment).map(({ id, data }) => read(environment)(id, data)),
      ),
    ),
    state: first.state,
    stale: first.stale,
    error: computed(() => first.error.value ?? problem.value),
    hasMore: computed(() => ENVIRONMENTS.some((environment) => lastRowOf(environment) !== null)),
    loadingMore: computed(() =>
      ENVIRONMENTS.some((environment) => pagesOf(environment).some(({ rows }) => rows === null)),
    ),
    more,
    retry: () => first.retry(),
  };
}
