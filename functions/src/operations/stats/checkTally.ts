import type { Environment } from '@latchkey/domain/environment';
import type { VerdictCode } from '@latchkey/domain/license/codes';
import type { CheckAction } from '@latchkey/domain/license/validation';
import { checkField, statsDay } from '@latchkey/domain/stats/day';

/** One answer to shipped software, as far as statistics care. */
export interface CheckedOnce {
  readonly environment: Environment;
  readonly action: CheckAction;
  readonly code: VerdictCode;
  readonly at: Date;
}

/** What is to be added to a day: numbers by their field paths. */
export interface TalliedDay {
  readonly environment: Environment;
  readonly day: string;
  readonly increment: Readonly<Record<string, number>>;
}

/** Answers since they were last written down: one number for each kind of answer and hour, in memory. */
export interface CheckTally {
  add(checked: CheckedOnce): void;
  /** All there is; it starts again at nothing. */
  take(): readonly TalliedDay[];
  /** Adds what was taken and did not get anywhere. */
  giveBack(days: readonly TalliedDay[]): void;
}

export function checkTally(): CheckTally {
  const days = new Map<
    string,
    { environment: Environment; day: string; increment: Record<string, number> }
  >();
  const increase = (environment: Environment, day: string, field: string, by: number): void => {
    const name = `${environment} ${day}`;
    const found = days.get(name) ?? { environment, day, increment: {} };
    found.increment[field] = (found.increment[field] ?? 0) + by;
    days.set(name, found);
  };
  return {
    add({ environment, action, code, at }) {
      increase(environment, statsDay(at), checkField(action, code, at), 1);
    },
    take() {
      const taken = [...days.values()];
      days.clear();
      return taken;
    },
    giveBack(taken) {
      for (const { environment, day, increment } of taken) {
        for (const [field, by] of Object.entries(increment)) increase(environment, day, field, by);
      }
    },
  };
}
