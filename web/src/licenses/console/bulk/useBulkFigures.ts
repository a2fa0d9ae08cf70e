import { onScopeDispose, shallowRef } from 'vue';
import type { BulkCommandName } from '@latchkey/domain/job/work';
import { LICENSE_STATUSES, type License } from '@latchkey/domain/license/license';
import type { CountLicensesAnswer, CountLicensesRequest } from '@latchkey/domain/wire/console/countLicenses';
import { accepted } from '../../../firebase/accepted.ts';
import { callable } from '../../../firebase/callables.ts';
import { toProblem, type Problem } from '../../../firebase/errors.ts';
import { usePageReader } from '../../../firebase/usePageReader.ts';
import { rowPages } from '../../../lists/export/rowPages.ts';
import { COUNT_LIMIT } from '../../../lists/listQuery.ts';
import type { Selection } from '../../../lists/useSelection.ts';
import { useActor } from '../../../session/useActor.ts';
import { useEnvironment } from '../../../session/environment.ts';
import type { LicenseList } from '../useLicenseList.ts';
import { countRequest } from '../useLicenseTotal.ts';
import { figuresByState, figuresOf, type BulkFigures } from './bulkFigures.ts';

const countOnServer = callable<CountLicensesRequest, CountLicensesAnswer>('countLicenses');

/**
 * What a command would do to the selection. Licenses picked one by one are known; of all that match, up to 500 and
 * those of a search are read once, and more are counted state by state.
 */
export function useBulkFigures(list: LicenseList, selection: Selection<License>) {
  const readPage = usePageReader();
  const environment = useEnvironment();
  const actor = useActor();
  const figures = shallowRef<BulkFigures | null>(null);
  const problem = shallowRef<Problem | null>(null);
  let running = new AbortController();

  async function count(command: BulkCommandName, now: Date): Promise<void> {
    running.abort();
    const mine = (running = new AbortController());
    figures.value = null;
    problem.value = null;
    try {
      const found = await counted(command, now, mine.signal);
      if (!mine.signal.aborted) figures.value = found;
    } catch (cause) {
      if (!mine.signal.aborted) problem.value = toProblem(cause);
    }
  }

  async function counted(command: BulkCommandName, now: Date, signal: AbortSignal): Promise<BulkFigures> {
    if (!selection.everything) return figuresOf(selection.rows, command, actor.value, now);
    const few = list.total !== null && list.total < COUNT_LIMIT;
    if (list.searching || few) {
      const found: License[] = [];
      for await (const page of rowPages(readPage, list.source(), signal)) found.push(...page);
      return figuresOf(found, command, actor.value, now);
    }
    const statuses = list.filter.status === null ? LICENSE_STATUSES : [list.filter.status];
    const counts = await Promise.all(
      statuses.map(async (status) => {
        const request = countRequest(environment.current, { ...list.filter, status }, list.now());
        return [status, accepted(await countOnServer(request)).count] as const;
      }),
    );
    return figuresByState(new Map(counts), command);
  }

  onScopeDispose(() => running.abort());
  return { figures, problem, count };
}
