import { computed } from 'vue';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { Customer } from '@latchkey/domain/customer/customer';
import { useCount } from '../../firebase/useCount.ts';
import { useLiveDoc } from '../../firebase/useLiveDoc.ts';
import { useEnvironment } from '../../session/environment.ts';
import { customersPath, readCustomer } from '../readCustomer.ts';
import { ownedCountQuery } from './ownedCountQuery.ts';

/** One customer of the current environment, live. */
export function useCustomer(id: () => string) {
  const environment = useEnvironment();
  const customer = useLiveDoc<Customer>(
    () => `${customersPath(environment.current)}/${id()}`,
    (found, data) => readCustomer(environment.current)(found, data),
  );
  return { customer, environment };
}

/** Where else the customer is known, of the environments that this person may see, with how many licenses. */
export function useElsewhere(id: () => string) {
  const environment = useEnvironment();
  const places = ENVIRONMENTS.map((place) => {
    const asked = (): boolean => place !== environment.current && environment.allowed.includes(place);
    const record = useLiveDoc<Customer>(
      () => (asked() ? `${customersPath(place)}/${id()}` : null),
      (found, data) => readCustomer(place)(found, data),
    );
    const licenses = useCount(() =>
      record.data.value === null ? null : ownedCountQuery(place, 'licenses', id()),
    );
    return { place, record, licenses };
  });
  return computed(() =>
    places.flatMap(({ place, record, licenses }) =>
      record.data.value === null ? [] : [{ place, licenses: licenses.count.value }],
    ),
  );
}
