import { computed, reactive, shallowRef, watch } from 'vue';
import { sameJson } from '@latchkey/domain/json';
import type { RetentionDays } from '@latchkey/domain/settings/retention';
import type {
  PreviewRetentionAnswer,
  PreviewRetentionRequest,
  RetentionPreviewRow,
} from '@latchkey/domain/wire/console/retention';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { useEnvironment } from '../../session/environment.ts';

const ask = callable<PreviewRetentionRequest, PreviewRetentionAnswer>('previewRetention');

interface Counted {
  readonly asked: PreviewRetentionRequest;
  readonly rows: readonly RetentionPreviewRow[];
}

/** How many records would go by what is entered, saved or not; counted when the page opens and when asked to. */
export function useRetentionPreview(kept: () => RetentionDays | null) {
  const environment = useEnvironment();
  const counted = shallowRef<Counted | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const busy = shallowRef(false);

  async function count(): Promise<void> {
    const days = kept();
    if (days === null || busy.value) return;
    const asked = { environment: environment.current, kept: days };
    busy.value = true;
    problem.value = null;
    try {
      const { rows } = accepted(await ask(asked));
      counted.value = { asked, rows };
    } catch (cause) {
      problem.value = toProblem(cause);
    } finally {
      busy.value = false;
    }
  }

  watch(
    () => environment.current,
    () => {
      counted.value = null;
      void count();
    },
    { immediate: true },
  );

  return reactive({
    rows: computed(() => counted.value?.rows ?? null),
    /** What was counted is what is entered. */
    current: computed(() => counted.value !== null && sameJson(counted.value.asked.kept, kept())),
    problem,
    busy,
    count,
  });
}
