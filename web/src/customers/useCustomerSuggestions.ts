import { refDebounced } from '@vueuse/core';
import { computed, type Ref } from 'vue';
import type { Customer } from '@latchkey/domain/customer/customer';
import type { Environment } from '@latchkey/domain/environment';
import { containsText, queryTokens } from '@latchkey/domain/search/tokens';
import type { QueryDescription } from '../firebase/description.ts';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { useEnvironment } from '../session/environment.ts';
import { customersPath, readCustomer } from './readCustomer.ts';

const SHOWN = 8;
/** Pieces only narrow down, so a few more than are shown are asked for. */
const ASKED = 24;

/** Customers whose e-mail address or name may contain the text; null = too short to ask. */
export function customersQuery(environment: Environment, text: string): QueryDescription | null {
  const tokens = queryTokens(text);
  if (tokens.length === 0) return null;
  return {
    collection: customersPath(environment),
    where: tokens.map((token) => [`search.${token}`, '==', true] as const),
    limit: ASKED,
  };
}

export function matchesCustomer({ email, name }: Pick<Customer, 'email' | 'name'>, text: string): boolean {
  return containsText([email, name], text);
}

/** Existing customers for what was typed so far, by any part of e-mail address or name. */
export function useCustomerSuggestions(typed: Readonly<Ref<string>>) {
  const environment = useEnvironment();
  const settled = refDebounced(typed, 200);
  const found = useLiveQuery<Customer>(
    () => customersQuery(environment.current, settled.value),
    (id, data) => readCustomer(environment.current)(id, data),
  );
  return computed<readonly Customer[]>(() =>
    found.data.value.filter((customer) => matchesCustomer(customer, settled.value)).slice(0, SHOWN),
  );
}
