import type { Customer } from '@latchkey/domain/customer/customer';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { customerPath } from '../../firestore/collections.ts';
import type { Versioned } from '../../firestore/records.ts';
import { toCustomer } from '../../firestore/records.ts';
import type { Store } from '../../firestore/store.ts';

/** A customer's records in the environments that know them, production first, in one round trip. */
export async function knownCustomer(store: Store, customerId: string): Promise<Versioned<Customer>[]> {
  const snapshots = await store.getAll<never>(ENVIRONMENTS.map((one) => customerPath(one, customerId)));
  return ENVIRONMENTS.flatMap((one, at) => toCustomer(one)(snapshots[at]) ?? []);
}
