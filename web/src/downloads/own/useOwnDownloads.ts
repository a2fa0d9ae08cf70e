import { ref, shallowRef } from 'vue';
import type {
  OwnDownloadsAnswer,
  OwnDownloadsRequest,
  OwnProduct,
} from '@latchkey/domain/wire/console/ownDownloads';
import { accepted } from '../../firebase/accepted.ts';
import { callable } from '../../firebase/callables.ts';
import { toProblem, type Problem } from '../../firebase/errors.ts';

const ask = callable<OwnDownloadsRequest, OwnDownloadsAnswer>('ownDownloads');

/** What the signed-in customer may download, as it was when it was asked; what was shown stays while it reloads. */
export function useOwnDownloads() {
  const state = ref<'loading' | 'ready' | 'error'>('loading');
  const products = shallowRef<readonly OwnProduct[]>([]);
  const problem = shallowRef<Problem | null>(null);

  async function reload(): Promise<void> {
    problem.value = null;
    if (state.value === 'error') state.value = 'loading';
    try {
      ({ products: products.value } = accepted(await ask({})));
      state.value = 'ready';
    } catch (cause) {
      problem.value = toProblem(cause);
      state.value = 'error';
    }
  }
  void reload();
  return { state, products, problem, reload };
}
