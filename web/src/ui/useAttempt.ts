import { ref, shallowRef } from 'vue';
import { toProblem, type Problem } from '../firebase/errors.ts';

/** Runs one step of a form at a time and keeps what went wrong, in words. */
export function useAttempt() {
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);

  /** True when it worked. */
  async function attempt(step: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = null;
    try {
      await step();
      return true;
    } catch (cause) {
      problem.value = toProblem(cause);
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, problem, attempt };
}
