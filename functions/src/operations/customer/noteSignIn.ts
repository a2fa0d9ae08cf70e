import { signedIn } from '@latchkey/domain/customer/commands';
import { withRetry } from '../../firestore/optimistic.ts';
import { auditWrites, updateCustomer } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { knownCustomer } from './knownCustomer.ts';

/**
 * Notes a customer's sign-in to the portal in every environment that knows them; one that is known already
 * writes nothing.
 */
export async function noteSignIn(call: Call, customerId: string, at: Date): Promise<void> {
  await withRetry(customerId, async () => {
    const known = await knownCustomer(call.store, customerId);
    const writes = known.flatMap((customer) => {
      const noted = signedIn(customer.record, at);
      if (!noted?.customer) return [];
      return [
        updateCustomer(customer, noted.customer),
        ...auditWrites(customer.record.environment, call, noted.audit),
      ];
    });
    await call.store.commit(writes);
  });
}
