export interface Heartbeat {
  /** It was renewed by other means just now: the next beat may wait its full time. */
  beaten(): void;
  /** No beat begins any more; waits for the one under way. */
  stop(): Promise<void>;
}

/**
 * Does something again and again while other work goes on. A beat that fails is made up for by the next one:
 * should the lease lapse, the work itself finds out.
 */
export function heartbeat(everyMs: number, beat: () => Promise<unknown>): Heartbeat {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<unknown> | null = null;
  let stopped = false;
  const wait = (): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(go, everyMs);
  };
  const go = (): void => {
    underWay = beat()
      .catch(() => undefined)
      .finally(() => {
        underWay = null;
        wait();
      });
  };
  wait();
  return {
    beaten() {
      if (underWay === null) wait();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
