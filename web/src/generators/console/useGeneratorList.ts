import type { Generator } from '@latchkey/domain/generator/generator';
import { containsText } from '@latchkey/domain/search/tokens';
import { useList, type List } from '../../lists/useList.ts';
import { useEnvironment } from '../../session/environment.ts';
import { readGenerator } from '../useGenerators.ts';
import {
  filterOf,
  generatorListQuery,
  generatorSearchQuery,
  urlOf,
  type GeneratorFilter,
} from './generatorFilter.ts';

/** The generators of the environment. */
export function useGeneratorList(): List<Generator, GeneratorFilter> {
  const environment = useEnvironment();
  return useList<Generator, GeneratorFilter>({
    noun: { one: 'generator', many: 'generators' },
    filterOf,
    urlOf,
    query: (filter) => generatorListQuery(environment.current, filter),
    read: (id, data) => readGenerator(environment.current)(id, data),
    search: {
      query: (filter) => generatorSearchQuery(environment.current, filter),
      matches: ({ name, productName, description }, { search }) =>
        containsText([name, productName, description], search),
    },
  });
}
