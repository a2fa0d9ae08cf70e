import type { CustomerRefusal } from '@latchkey/domain/customer/refusals';
import { refuseCustomer } from '@latchkey/domain/customer/refusals';
import type { Environment } from '@latchkey/domain/environment';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Call } from '../context.ts';
import type { NamedCustomer } from '../customers.ts';
import { customerPathsFor, resolveCustomer } from '../customers.ts';

/** A customer made by hand, before there is a license for them. */
export async function createCustomer(
  call: Call,
  environment: Environment,
  named: NamedCustomer,
): Promise<{ ok: true; customerId: string } | CustomerRefusal> {
  const paths = customerPathsFor(call, environment, named);
  return withRetry(paths[0] ?? '', async () => {
    const snapshots = await call.store.getAll<never>(paths);
    const { ref, writes } = resolveCustomer(call, environment, named, snapshots);
    if (writes.length === 0) {
      return refuseCustomer(
        'CUSTOMER_EXISTS',
        'There is a customer with this e-mail address in this environment already.',
      );
    }
    await call.store.commit(writes);
    return { ok: true, customerId: ref.id };
  });
}
