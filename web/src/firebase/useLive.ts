import { inject, onScopeDispose, ref, shallowRef, watch, type ShallowRef } from 'vue';
import { toProblem, type Problem } from './errors.ts';
import type { LiveSource, Snapshot, Stop } from './description.ts';
import { liveSourceKey, loadFirestore } from './live.ts';

export type LiveStateName = 'loading' | 'ready' | 'error' | 'denied';

export interface Live<T> {
  /** The newest value; while another query loads, the rows of the one before. */
  readonly data: Readonly<ShallowRef<T>>;
  readonly state: Readonly<ShallowRef<LiveStateName>>;
  /** Shown from memory because the server is out of reach. */
  readonly stale: Readonly<ShallowRef<boolean>>;
  readonly error: Readonly<ShallowRef<Problem | null>>;
  readonly retry: () => void;
}

/** How long an empty memory may stay the only answer before the person is told. */
const PATIENCE_MS = 2_000;

interface Plan<What, Raw, T> {
  readonly empty: T;
  /** What to watch, in plain data; null = nothing yet. A change by value starts over. */
  readonly describe: () => What | null;
  readonly subscribe: (
    source: LiveSource,
    what: What,
    next: (s: Snapshot<Raw>) => void,
    fail: (e: unknown) => void,
  ) => Stop;
  readonly read: (raw: Raw) => T;
  /** Whether the old value may stay on the screen while the new one loads. */
  readonly keepWhile: (before: What, now: What) => boolean;
  /** An empty answer from memory alone proves nothing, so it is not shown as "there is none". */
  readonly provesNothing: (raw: Raw) => boolean;
}

/**
 * The one state machine behind useLiveQuery and useLiveDoc. Unsubscribes when the description changes and
 * when the surrounding component goes; late answers of an earlier subscription are ignored.
 */
export function useLive<What, Raw, T>(plan: Plan<What, Raw, T>): Live<T> {
  const loadSource = inject(liveSourceKey, () => loadFirestore, true);
  const data = shallowRef(plan.empty);
  const state = shallowRef<LiveStateName>('loading');
  const stale = shallowRef(false);
  const error = shallowRef<Problem | null>(null);
  const attempt = ref(0);
  let stop: Stop = () => undefined;
  let round = 0;
  let watched: What | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function accept(snapshot: Snapshot<Raw>): void {
    clearTimeout(patience);
    if (snapshot.fromCache && plan.provesNothing(snapshot.value) && state.value !== 'ready') {
      if (state.value === 'loading') patience = setTimeout(giveUpWaiting, PATIENCE_MS);
      return;
    }
    error.value = null;
    data.value = plan.read(snapshot.value);
    stale.value = snapshot.fromCache;
    state.value = 'ready';
  }

  /** Says that the server is out of reach; the listener goes on and brings the rows when it is back. */
  function giveUpWaiting(): void {
    refuse({ code: 'unavailable' });
  }

  function refuse(cause: unknown): void {
    error.value = toProblem(cause);
    state.value = error.value.code === 'permission-denied' ? 'denied' : 'error';
    // What may no longer be read is no longer shown.
    if (state.value === 'denied') data.value = plan.empty;
  }

  async function start(what: What | null): Promise<void> {
    stop();
    clearTimeout(patience);
    stop = () => undefined;
    const mine = ++round;
    state.value = 'loading';
    error.value = null;
    const keep = what !== null && watched !== null && plan.keepWhile(watched, what);
    if (!keep) data.value = plan.empty;
    watched = what;
    if (what === null) return;
    const guarded =
      <A>(act: (argument: A) => void) =>
      (argument: A): void => {
        if (mine !== round) return;
        try {
          act(argument);
        } catch (cause) {
          refuse(cause);
        }
      };
    try {
      const source = await loadSource();
      if (mine === round) stop = plan.subscribe(source, what, guarded(accept), guarded(refuse));
    } catch (cause) {
      guarded(refuse)(cause);
    }
  }

  // Compared by value: callers may build the description anew on every render. (A shallow ref among the
  // sources would set the watcher off every time.)
  watch([() => JSON.stringify(plan.describe()), attempt], () => void start(plan.describe()), {
    immediate: true,
  });
  onScopeDispose(() => {
    round += 1;
    stop();
    clearTimeout(patience);
  });
  return { data, state, stale, error, retry: () => (attempt.value += 1) };
}
