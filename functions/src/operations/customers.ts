import { foldEmail } from '@latchkey/domain/customer/customer';
import { otherEvent } from '@latchkey/domain/audit/draft';
import type { Environment } from '@latchkey/domain/environment';
import type { CustomerRef } from '@latchkey/domain/license/license';
import { customerPath } from '../firestore/collections.ts';
import { toCustomer } from '../firestore/records.ts';
import type { Snapshot, Write } from '../firestore/store.ts';
import { auditWrites, outboxWrite } from '../firestore/writes.ts';
import type { Call } from './context.ts';

export interface NamedCustomer {
  readonly email: string;
  readonly name: string | null;
}

export function customerPathFor(call: Call, environment: Environment, customer: NamedCustomer): string {
  return customerPath(environment, call.customerId(foldEmail(customer.email)));
}

/**
 * The customer that an e-mail names, with the writes that create it when it is new: customers come
 * into being by being assigned a license. The writes belong into the commit of the assignment.
 */
export function resolveCustomer(
  call: Call,
  environment: Environment,
  named: NamedCustomer,
  snapshot: Snapshot<never> | undefined,
): { ref: CustomerRef; writes: Write[] } {
  const known = toCustomer(environment)(snapshot);
  if (known) return { ref: { ...known.record }, writes: [] };
  const email = foldEmail(named.email);
  const ref: CustomerRef = { id: call.customerId(email), email, name: named.name };
  const path = customerPath(environment, ref.id);
  const writes: Write[] = [
    { kind: 'set', path, data: { email, name: named.name, createdAt: call.now }, if: { exists: false } },
    ...auditWrites(environment, call, [otherEvent('customer.created', { customerId: ref.id })]),
    outboxWrite(environment, call, { kind: 'customer-account', customerId: ref.id }),
  ];
  return { ref, writes };
}
