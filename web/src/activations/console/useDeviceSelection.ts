import { ref, shallowRef } from 'vue';
import type { Activation } from '@latchkey/domain/activation/activation';
import { toProblem, type Problem } from '../../firebase/errors.ts';
import { usePageReader } from '../../firebase/usePageReader.ts';
import { rowPages } from '../../lists/export/rowPages.ts';
import { useSelection } from '../../lists/useSelection.ts';
import type { List } from '../../lists/useList.ts';
import type { DeviceFilter } from './deviceFilter.ts';

/** As many as somebody can still answer for; a filter that leaves more has to be narrowed. */
const MOST = 1_000;

/** What is selected of the list of devices, and the devices themselves once they are to be taken off. */
export function useDeviceSelection(list: List<Activation, DeviceFilter>) {
  const selection = useSelection<Activation>(list, {
    nameOf: ({ identifier, keyHint }) => `${identifier} of license ${keyHint}`,
    most: MOST,
  });
  const readPage = usePageReader();
  const leaving = shallowRef<readonly Activation[] | null>(null);
  const gathering = ref(false);
  const problem = shallowRef<Problem | null>(null);

  /** Picked ones are known; "all that match" are walked through first, as they are now. */
  async function deactivateSelected(): Promise<void> {
    problem.value = null;
    if (!selection.everything) {
      leaving.value = selection.rows.filter(holdsSlot);
      return;
    }
    gathering.value = true;
    try {
      const found: Activation[] = [];
      for await (const page of rowPages(readPage, list.source(), new AbortController().signal)) {
        found.push(...page.filter(holdsSlot));
        if (found.length > MOST) break;
      }
      if (found.length > MOST) problem.value = tooMany();
      else leaving.value = found;
    } catch (cause) {
      problem.value = toProblem(cause);
    } finally {
      gathering.value = false;
    }
  }

  return { selection, leaving, gathering, problem, deactivateSelected };
}

/** Those that are deactivated already need no second time. */
function holdsSlot({ status }: Activation): boolean {
  return status !== 'deactivated';
}

function tooMany(): Problem {
  return {
    code: 'TOO_MANY',
    sentence: 'More than 1,000 devices match. Narrow the filters and do it in parts.',
    retryable: false,
  };
}
