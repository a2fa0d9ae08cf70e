import type { Contract } from '@latchkey/domain/contract/contract';
import { containsText } from '@latchkey/domain/search/tokens';
import { useList, type List } from '../lists/useList.ts';
import { useEnvironment } from '../session/environment.ts';
import type { ContractFilter } from './contractQuery.ts';
import {
  contractFilterOf,
  contractSearchQuery,
  contractsQuery,
  contractUrlOf,
  readContract,
} from './contractQuery.ts';

/** The contracts of the environment. */
export function useContractList(): List<Contract, ContractFilter> {
  const environment = useEnvironment();
  return useList<Contract, ContractFilter>({
    noun: { one: 'contract', many: 'contracts' },
    filterOf: contractFilterOf,
    urlOf: contractUrlOf,
    query: (filter) => contractsQuery(environment.current, filter),
    read: (id, data) => readContract(environment.current)(id, data),
    search: {
      query: (filter) => contractSearchQuery(environment.current, filter),
      matches: ({ id, name, productName }, { search }) => containsText([name, id, productName], search),
    },
  });
}
