import { RECENT_SIGN_INS, signedIn } from '@latchkey/domain/customer/commands';
import { withRetry } from '../../firestore/optimistic.ts';
import { auditWrites, updateCustomer } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { knownCustomer } from './knownCustomer.ts';

/**
 * Notes a customer's sign-in to the portal in every environment that knows them; one that is known already
 * writes nothing. Tells of the last ones.
 */
export async function noteSignIn(
  call: Call,
  customerId: string,
  at: Date,
): Promise<{ readonly ok: true; readonly signIns: string[] }> {
  return withRetry(customerId, async () => {
    const known = await knownCustomer(call.store, customerId);
    const noted = known.map((customer) => ({ customer, news: signedIn(customer.record, at) }));
    const writes = noted.flatMap(({ customer, news }) => {
      if (!news?.customer) return [];
      return [
        updateCustomer(customer, news.customer),
        ...auditWrites(customer.record.environment, call, news.audit),
      ];
    });
    if (writes.length > 0) await call.store.commit(writes);
    const moments = noted.flatMap(({ customer, news }) => {
      const { recentSignIns, lastSignInAt } = news?.customer ?? customer.record;
      return recentSignIns ?? (lastSignInAt === null ? [] : [lastSignInAt]);
    });
    const signIns = [...new Set(moments.map((moment) => moment.toISOString()))].toSorted().toReversed();
    return { ok: true, signIns: signIns.slice(0, RECENT_SIGN_INS) };
  });
}
