import { ref, shallowRef, watch } from 'vue';
import type {
  ApiKeyView,
  ListApiKeysAnswer,
  ListApiKeysRequest,
} from '@latchkey/domain/wire/console/apiKeys';
import { callable } from '../firebase/callables.ts';
import { toProblem, type Problem } from '../firebase/errors.ts';
import { useEnvironment } from '../session/environment.ts';

const sendList = callable<ListApiKeysRequest, ListApiKeysAnswer>('apiKeys');

/** The API keys of the environment, which no browser reads by itself: asked for, and again after a change. */
export function useApiKeys() {
  const environment = useEnvironment();
  const apiKeys = shallowRef<readonly ApiKeyView[]>([]);
  const state = ref<'loading' | 'ready' | 'error'>('loading');
  const error = shallowRef<Problem | null>(null);
  let asked = 0;

  async function load(): Promise<void> {
    const mine = ++asked;
    try {
      const answer = await sendList({ environment: environment.current });
      if (mine !== asked) return;
      apiKeys.value = answer.apiKeys;
      state.value = 'ready';
    } catch (cause) {
      if (mine !== asked) return;
      error.value = toProblem(cause);
      state.value = 'error';
    }
  }

  watch(
    () => environment.current,
    () => {
      apiKeys.value = [];
      state.value = 'loading';
      void load();
    },
    { immediate: true },
  );
  return { apiKeys, state, error, load };
}
