import { mdiAccountOutline, mdiKeyOutline, mdiMagnify, mdiPackageVariantClosed } from '@mdi/js';
import { refDebounced } from '@vueuse/core';
import { computed, type Ref } from 'vue';
import { ownerWords, type Customer } from '@latchkey/domain/customer/customer';
import type { License } from '@latchkey/domain/license/license';
import type { Product } from '@latchkey/domain/product/product';
import { matchesSearch } from '@latchkey/domain/search/tokens';
import { readCustomer } from '../../customers/readCustomer.ts';
import { customersQuery, matchesCustomer } from '../../customers/useCustomerSuggestions.ts';
import type { Live } from '../../firebase/useLive.ts';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import { NO_FILTER } from '../../licenses/console/licenseFilter.ts';
import { licenseSearchQuery } from '../../licenses/console/licenseQuery.ts';
import { urlSearch } from '../../licenses/console/licenseUrl.ts';
import { readLicense } from '../../licenses/readLicense.ts';
import { productsQuery, readProduct } from '../../products/useProducts.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useSession } from '../../session/session.ts';
import { pageItems, SHORTEST, SHOWN, type PaletteGroup, type PaletteItem } from './paletteItems.ts';

/** Tokens only narrow down, so a few more than are shown are asked for. */
const ASKED = 24;

/**
 * What the palette finds for the text: pages at once; licenses, customers and products of the current
 * environment from 2 characters on, when typing pauses. Nothing is asked, and Firestore not even fetched, before.
 */
export function usePaletteSearch(typed: Readonly<Ref<string>>) {
  const environment = useEnvironment();
  const session = useSession();
  const settled = refDebounced(typed, 300);
  const now = computed(() => typed.value.trim());
  const asked = computed(() => {
    const text = settled.value.trim();
    return now.value.length >= SHORTEST && text.length >= SHORTEST ? text : null;
  });
  const ask = <T>(build: (text: string) => T): T | null => (asked.value === null ? null : build(asked.value));

  const licensesQuery = computed(() => {
    const wanted = ask((text) => licenseSearchQuery(environment.current, { ...NO_FILTER, search: text }));
    return wanted && { ...wanted, limit: ASKED };
  });
  const licenses = useLiveQuery<License>(
    () => licensesQuery.value,
    (id, data) => readLicense(environment.current)(id, data),
  );
  const customersAsked = computed(() => ask((text) => customersQuery(environment.current, text)));
  const customers = useLiveQuery<Customer>(
    () => customersAsked.value,
    (id, data) => readCustomer(environment.current)(id, data),
  );
  const products = useLiveQuery<Product>(
    () => ask(() => productsQuery(environment.current, 'all')),
    (id, data) => readProduct(environment.current)(id, data),
  );

  // Rows of the text before stay until the new ones come; only those that fit the new text are shown.
  const groups = computed<readonly PaletteGroup[]>(() => {
    const text = now.value;
    const pages = { title: 'Pages', items: pageItems(text, (permission) => session.can(permission)) };
    if (asked.value === null) return [pages].filter(hasItems);
    return [
      pages,
      { title: 'Licenses', items: licenseItems(licenses.data.value, text) },
      {
        title: 'Customers',
        items: customers.data.value
          .filter((customer) => matchesCustomer(customer, text))
          .slice(0, SHOWN)
          .map(customerItem),
      },
      {
        title: 'Products',
        items: products.data.value.filter(contains(text)).slice(0, SHOWN).map(productItem),
      },
    ].filter(hasItems);
  });

  // A text of separators alone asks for no license and no customer.
  const sources = computed<readonly (readonly [name: string, live: Live<unknown>])[]>(() => [
    ...(licensesQuery.value === null ? [] : ([['Licenses', licenses]] as const)),
    ...(customersAsked.value === null ? [] : ([['Customers', customers]] as const)),
    ['Products', products],
  ]);
  const failures = computed(() => {
    const failed = asked.value === null ? [] : sources.value;
    return new Map(
      failed.flatMap(([name, { error }]) => (error.value === null ? [] : [[name, error.value]])),
    );
  });
  const searching = computed(
    () =>
      now.value.length >= SHORTEST &&
      (settled.value.trim() !== now.value ||
        sources.value.some(([, { state }]) => state.value === 'loading')),
  );
  function retry(): void {
    for (const [, live] of sources.value) if (live.error.value !== null) live.retry();
  }

  return { groups, searching, failures, retry, environment: computed(() => environment.current) };
}

function hasItems({ items }: PaletteGroup): boolean {
  return items.length > 0;
}

function licenseItems(found: readonly License[], text: string): PaletteItem[] {
  const fitting = found.filter((license) => matchesSearch(license, text));
  const items = fitting.slice(0, SHOWN).map((license) => ({
    id: license.id,
    title: `${license.keyHint}…`,
    note: [license.productName, ownerWords(license)].filter(Boolean).join(', '),
    mono: true,
    icon: mdiKeyOutline,
    to: `/admin/licenses/${license.id}`,
  }));
  if (fitting.length <= SHOWN) return items;
  const q = urlSearch(text);
  const all = { id: 'all', title: `All licenses with “${q}”`, icon: mdiMagnify, to: listWith({ q }) };
  return [...items, all];
}

function customerItem({ id, email, name }: Customer): PaletteItem {
  const note = name === null ? {} : { note: email };
  return {
    id,
    title: name ?? email,
    ...note,
    icon: mdiAccountOutline,
    to: `/admin/customers/${id}`,
  };
}

function productItem({ id, name }: Product): PaletteItem {
  return { id, title: name, note: id, icon: mdiPackageVariantClosed, to: `/admin/products/${id}` };
}

function listWith(query: Record<string, string>): string {
  return `/admin/licenses?${new URLSearchParams(query).toString()}`;
}

function contains(text: string) {
  const folded = text.toLowerCase();
  return ({ id, name }: Product): boolean => name.toLowerCase().includes(folded) || id.includes(folded);
}
