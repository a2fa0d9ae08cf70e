import type { Customer } from '@latchkey/domain/customer/customer';
import { useList, type List } from '../../lists/useList.ts';
import { useEnvironment } from '../../session/environment.ts';
import { readCustomer } from '../readCustomer.ts';
import { matchesCustomer } from '../useCustomerSuggestions.ts';
import {
  customerFilterOf,
  customersListQuery,
  customersSearchQuery,
  customerUrlOf,
  joinedWithin,
  type CustomerFilter,
} from './customerFilter.ts';

/** The customers of the environment. */
export function useCustomerList(): List<Customer, CustomerFilter> {
  const environment = useEnvironment();
  return useList<Customer, CustomerFilter>({
    noun: { one: 'customer', many: 'customers' },
    filterOf: customerFilterOf,
    urlOf: customerUrlOf,
    query: (filter) => customersListQuery(environment.current, filter, new Date()),
    read: (id, data) => readCustomer(environment.current)(id, data),
    search: {
      query: (filter) => customersSearchQuery(environment.current, filter),
      matches: (row, { search, joined }) =>
        matchesCustomer(row, search) && joinedWithin(row, joined, new Date()),
    },
  });
}
