import type { WindowCounter } from './windowCounter.ts';

interface Queue {
  underWay: number;
  waiting: (() => void)[];
}

/**
 * Lets an address look up keys until `limit` of them have turned out unknown in its window. Look-ups
 * under way may each turn out so, hence no more of them than the limit still has room for; the next
 * wait for how they end. So a burst of wrong keys cannot slip through, and one of right keys, after a
 * cold start say, is only slowed down.
 * @param refused what to throw; told how long the window lasts
 */
export function lookUps(unknown: WindowCounter, refused: (limit: number, resetMs: number) => Error) {
  const queues = new Map<string, Queue>();

  const enter = async (address: string, limit: number): Promise<Queue> => {
    for (;;) {
      const { used, resetMs } = unknown.add(address, 0);
      if (used >= limit) throw refused(limit, resetMs);
      const queue = queues.get(address) ?? { underWay: 0, waiting: [] };
      if (used + queue.underWay < limit) {
        queues.set(address, queue);
        queue.underWay++;
        return queue;
      }
      await new Promise<void>((resolve) => queue.waiting.push(resolve));
    }
  };

  const leave = (address: string, queue: Queue): void => {
    if (--queue.underWay === 0) queues.delete(address);
    const { waiting } = queue;
    queue.waiting = [];
    for (const wake of waiting) wake();
  };

  return async function lookUp<T>(
    address: string,
    limit: number,
    look: () => Promise<T>,
    isUnknown: (found: T) => boolean,
  ): Promise<T> {
    const queue = await enter(address, limit);
    try {
      const found = await look();
      if (isUnknown(found)) unknown.add(address, 1);
      return found;
    } finally {
      // A look-up that failed says nothing about its key: an outage is nobody's wrong guess.
      leave(address, queue);
    }
  };
}
