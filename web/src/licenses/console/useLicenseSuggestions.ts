import { mdiAccountOutline, mdiKeyOutline, mdiPackageVariantClosed } from '@mdi/js';
import { computed, type ComputedRef } from 'vue';
import { useRouter } from 'vue-router';
import { ownerWords, type Customer } from '@latchkey/domain/customer/customer';
import type { License } from '@latchkey/domain/license/license';
import type { Product } from '@latchkey/domain/product/product';
import { readCustomer } from '../../customers/readCustomer.ts';
import { customersQuery, matchesCustomer } from '../../customers/useCustomerSuggestions.ts';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import type { Suggestion, SuggestionGroup } from '../../lists/suggestions.ts';
import { SHORTEST } from '../../lists/useSearchText.ts';
import { useEnvironment } from '../../session/environment.ts';
import type { LicenseList } from './useLicenseList.ts';

/** A group offers so many at most. */
const SHOWN = 5;

/**
 * What the search of the list offers once typing pauses, from 2 characters on: keys that the list has found
 * anyway, customers, and products that the page knows already. So only customers cost a query.
 */
export function useLicenseSuggestions(
  list: LicenseList,
  products: () => readonly Product[],
): ComputedRef<readonly SuggestionGroup[]> {
  const environment = useEnvironment();
  const router = useRouter();
  /** The text of the moment, once it is the one that is asked for. */
  const asked = computed(() => {
    const text = list.filter.search;
    return text.length >= SHORTEST && text === list.typed.trim() ? text : null;
  });
  const customers = useLiveQuery<Customer>(
    () => (asked.value === null ? null : customersQuery(environment.current, asked.value)),
    (id, data) => readCustomer(environment.current)(id, data),
  );

  const keyItem = (license: License): Suggestion => ({
    id: `license-${license.id}`,
    title: `${license.keyHint}…`,
    note: [license.productName, ownerWords(license)].filter(Boolean).join(', '),
    mono: true,
    icon: mdiKeyOutline,
    choose: () => void router.push(`/admin/licenses/${license.id}`),
  });
  const customerItem = ({ id, email, name }: Customer): Suggestion => ({
    id: `customer-${id}`,
    title: name ?? email,
    ...(name !== null && { note: email }),
    icon: mdiAccountOutline,
    choose: () => list.type(email),
  });
  const productItem = ({ id, name }: Product): Suggestion => ({
    id: `product-${id}`,
    title: name,
    note: 'All its licenses',
    icon: mdiPackageVariantClosed,
    choose: () => {
      list.type('');
      list.change({ productId: id, search: '' });
    },
  });

  return computed(() => {
    const text = asked.value;
    if (text === null) return [];
    const folded = text.toLowerCase();
    // A customer whose address is in the field in full has been chosen already.
    const people = customers.data.value.filter(
      (customer) => matchesCustomer(customer, text) && customer.email !== folded,
    );
    const fitting = products().filter(({ name }) => name.toLowerCase().includes(folded));
    return [
      { title: 'License keys', items: list.rows.slice(0, SHOWN).map(keyItem) },
      { title: 'Customers', items: people.slice(0, SHOWN).map(customerItem) },
      { title: 'Products', items: fitting.slice(0, SHOWN).map(productItem) },
    ].filter(({ items }) => items.length > 0);
  });
}
