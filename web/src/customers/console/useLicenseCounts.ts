import { onScopeDispose, shallowRef, watch } from 'vue';
import type { CountOfEachAnswer, CountOfEachRequest } from '@latchkey/domain/wire/console/countOfEach';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { useEnvironment } from '../../session/environment.ts';

const count = callable<CountOfEachRequest, CountOfEachAnswer>('countOfEach');
/** As many as one call takes. */
const AT_ONCE = 50;

/**
 * How many licenses each customer of a page has, in all states, counted on the server in one call; null while
 * it is not known. A counter in the customer's record would be fought over by every bulk job.
 */
export function useLicenseCounts(ids: () => readonly string[]): (id: string) => number | null {
  const environment = useEnvironment();
  const known = shallowRef<Readonly<Record<string, number>>>({});
  let round = 0;

  async function ask(): Promise<void> {
    const mine = ++round;
    const wanted = [...ids()];
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const page = wanted.slice(from, from + AT_ONCE);
      try {
        const { counts } = accepted(
          await count({ environment: environment.current, by: 'customer', ids: page }),
        );
        if (mine !== round) return;
        known.value = { ...known.value, ...counts };
      } catch {
        // The list is whole without them; the next page or visit asks again.
        return;
      }
    }
  }
  watch(
    () => ids().join(),
    () => void ask(),
    { immediate: true },
  );
  onScopeDispose(() => (round += 1));
  return (id) => known.value[id] ?? null;
}
