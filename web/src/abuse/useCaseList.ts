import type { AbuseCase } from '@latchkey/domain/abuse/case';
import { caseTexts } from '@latchkey/domain/abuse/case';
import { containsText } from '@latchkey/domain/search/tokens';
import { useList, type List } from '../lists/useList.ts';
import { useEnvironment } from '../session/environment.ts';
import type { CaseFilter } from './caseQuery.ts';
import { caseFilterOf, caseSearchQuery, casesQuery, caseUrlOf, readCase } from './caseQuery.ts';

/** The abuse cases of the environment. */
export function useCaseList(): List<AbuseCase, CaseFilter> {
  const environment = useEnvironment();
  return useList<AbuseCase, CaseFilter>({
    noun: { one: 'case', many: 'cases' },
    filterOf: caseFilterOf,
    urlOf: caseUrlOf,
    query: (filter) => casesQuery(environment.current, filter),
    read: (id, data) => readCase(environment.current)(id, data),
    search: {
      query: (filter) => caseSearchQuery(environment.current, filter),
      // Of a key the address, and so the case, knows the beginning.
      matches: (row, filter) => containsText(caseTexts(row), caseFilterOf({ q: filter.search }).search),
    },
  });
}
