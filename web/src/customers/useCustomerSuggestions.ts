import { refDebounced } from '@vueuse/core';
import { computed, type Ref } from 'vue';
import { foldEmail, type Customer } from '@latchkey/domain/customer/customer';
import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription, RawDoc } from '../firebase/description.ts';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { useEnvironment } from '../session/environment.ts';

const SHOWN = 8;
/** Sorts after every character that a text may begin with. */
const LAST = '\uf8ff';

/** Customers whose e-mail address, or whose name, begins with the text. */
export function customersQuery(
  environment: Environment,
  by: 'email' | 'name',
  text: string,
): QueryDescription {
  return {
    collection: `environments/${environment}/customers`,
    where: [
      [by, '>=', text],
      [by, '<', text + LAST],
    ],
    orderBy: [[by, 'asc']],
    limit: SHOWN,
  };
}

export function readCustomer(environment: Environment) {
  return (id: string, data: RawDoc['data']): Customer =>
    ({ ...data, id, environment }) as unknown as Customer;
}

/** Existing customers for what was typed so far: by e-mail address first, then by name. */
export function useCustomerSuggestions(typed: Readonly<Ref<string>>) {
  const environment = useEnvironment();
  const settled = refDebounced(typed, 200);
  const begin = computed(() => settled.value.trim());
  const read = (id: string, data: RawDoc['data']): Customer => readCustomer(environment.current)(id, data);
  const ask = (by: 'email' | 'name', text: string): QueryDescription | null =>
    text === '' ? null : customersQuery(environment.current, by, text);
  const byEmail = useLiveQuery<Customer>(() => ask('email', foldEmail(begin.value)), read);
  const byName = useLiveQuery<Customer>(() => ask('name', asNamesBegin(begin.value)), read);

  return computed<readonly Customer[]>(() => {
    const known = new Map([...byEmail.data.value, ...byName.data.value].map((one) => [one.id, one]));
    return [...known.values()].slice(0, SHOWN);
  });
}

/** Names are compared as they are written; most begin with a capital. */
export function asNamesBegin(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
