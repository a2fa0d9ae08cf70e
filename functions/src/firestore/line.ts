import { UnavailableError } from './store.ts';

export interface Line {
  /**
   * Waits for a place. @throws UnavailableError when for `patienceMs` nobody has got an answer: then
   * Firestore is out, and waiting any longer would only hide it.
   */
  enter(patienceMs: number): Promise<void>;
  /** Gives the place on; `answered` tells that Firestore is alive. */
  leave(answered: boolean): void;
}

/**
 * Bounds how many requests are under way to Firestore at once. A burst of a thousand callers then
 * waits in a line that moves, where sending everything at once made everybody too late: on a busy
 * machine 980 of 1,000 simultaneous activations timed out, and none of them with a line.
 */
export function line(places: number, clock: () => number = () => performance.now()): Line {
  const waiting = new Set<() => void>();
  let inside = 0;
  let lastAnswer = -Infinity;

  return {
    async enter(patienceMs) {
      if (inside < places) {
        inside += 1;
        return;
      }
      await new Promise<void>((resolve, reject) => {
        let timer: NodeJS.Timeout | undefined;
        const go = (): void => {
          clearTimeout(timer);
          resolve();
        };
        const wait = (ms: number): void => {
          timer = setTimeout(() => {
            const quiet = clock() - lastAnswer;
            if (quiet < patienceMs) return wait(patienceMs - quiet);
            waiting.delete(go);
            reject(new UnavailableError(`no answer from Firestore to anybody for ${patienceMs} ms`));
          }, ms);
        };
        waiting.add(go);
        wait(patienceMs);
      });
    },
    leave(answered) {
      if (answered) lastAnswer = clock();
      // Whoever waits longest takes over the place.
      for (const go of waiting) {
        waiting.delete(go);
        return go();
      }
      inside -= 1;
    },
  };
}
