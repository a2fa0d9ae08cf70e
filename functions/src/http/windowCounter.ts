/** What one name has used of its window. */
export interface Usage {
  readonly used: number;
  /** Milliseconds until the window starts anew. */
  readonly resetMs: number;
}

interface Window {
  used: number;
  readonly endsAt: number;
}

/**
 * Counts in fixed windows, in memory, for a bounded number of names. All windows are equally long,
 * so a Map's own order is the order in which they end: old ones are dropped from its front as new
 * ones come, with no timer. (rate-limiter-flexible keeps a timer for each name and has no bound.)
 * Past the bound the oldest windows go first, which forgives early rather than refusing strangers.
 */
export class WindowCounter {
  readonly #windows = new Map<string, Window>();
  readonly #windowMs: number;
  readonly #maxNames: number;
  readonly #clock: () => number;

  constructor(options: { windowMs: number; maxNames: number; clock: () => number }) {
    this.#windowMs = options.windowMs;
    this.#maxNames = options.maxNames;
    this.#clock = options.clock;
  }

  get size(): number {
    return this.#windows.size;
  }

  /** Adds to a name's window (a negative number gives back) and tells how it stands. */
  add(name: string, points: number): Usage {
    const now = this.#clock();
    let window = this.#windows.get(name);
    if (window === undefined || window.endsAt <= now) {
      this.#windows.delete(name);
      this.#drop(now);
      window = { used: 0, endsAt: now + this.#windowMs };
      this.#windows.set(name, window);
    }
    window.used = Math.max(window.used + points, 0);
    return { used: window.used, resetMs: window.endsAt - now };
  }

  #drop(now: number): void {
    for (const [name, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size < this.#maxNames) return;
      this.#windows.delete(name);
    }
  }
}
