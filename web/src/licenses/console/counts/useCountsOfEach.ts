import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { CountOfEachAnswer, CountOfEachRequest } from '@latchkey/domain/wire/console/countOfEach';
import { accepted } from '../../../firebase/accepted.ts';
import { callable } from '../../../firebase/callables.ts';
import { useEnvironment } from '../../../session/environment.ts';

const count = callable<CountOfEachRequest, CountOfEachAnswer>('countOfEach');
const PAGE = 50;

/**
 * How many licenses each row of a page has; a row is missing until it is counted. One call for the page; not
 * live, but asked again when other rows come.
 */
export function useCountsOfEach(
  by: CountOfEachRequest['by'],
  ids: () => readonly string[],
): Readonly<ShallowRef<Readonly<Record<string, number>>>> {
  const environment = useEnvironment();
  const counts = shallowRef<Readonly<Record<string, number>>>({});
  let round = 0;

  async function ask(): Promise<void> {
    const mine = ++round;
    const wanted = ids().slice(0, PAGE);
    if (wanted.length === 0) return;
    try {
      const answer = accepted(await count({ environment: environment.current, by, ids: [...wanted] }));
      if (mine === round) counts.value = answer.counts;
    } catch {
      // The list says all the rest; a dash stands where the number would.
      if (mine === round) counts.value = {};
    }
  }
  watch(
    () => environment.current,
    () => (counts.value = {}),
  );
  watch(() => [environment.current, ...ids()].join(), ask, { immediate: true });
  onScopeDispose(() => (round += 1));
  return counts;
}
