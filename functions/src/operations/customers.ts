import { createCustomer } from '@latchkey/domain/customer/create';
import { foldEmail } from '@latchkey/domain/customer/customer';
import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { CustomerRef } from '@latchkey/domain/license/license';
import { customerPath } from '../firestore/collections.ts';
import { toCustomer, toStored } from '../firestore/records.ts';
import type { Snapshot, Write } from '../firestore/store.ts';
import { auditWrites, outboxWrite } from '../firestore/writes.ts';
import type { Call } from './context.ts';

export interface NamedCustomer {
  readonly email: string;
  readonly name: string | null;
}

/**
 * Where the customer may be known: in this environment first, then in the others, as a customer is one
 * person with one id in all of them.
 */
export function customerPathsFor(call: Call, environment: Environment, named: NamedCustomer): string[] {
  const id = call.customerId(foldEmail(named.email));
  return [environment, ...othersThan(environment)].map((one) => customerPath(one, id));
}

/**
 * The customer that an e-mail names, with the writes that create it when it is new: customers come into
 * being by being assigned a license, too. The writes belong into the commit of the assignment.
 * @param snapshots of `customerPathsFor`, in its order
 * @param eventId of the creation, for whoever wants to find it again; otherwise a random one
 */
export function resolveCustomer(
  call: Call,
  environment: Environment,
  named: NamedCustomer,
  snapshots: readonly (Snapshot<never> | undefined)[],
  eventId?: string,
): { ref: CustomerRef; writes: Write[] } {
  const [here, ...others] = snapshots;
  const known = toCustomer(environment)(here);
  if (known) {
    const { id, email, name } = known.record;
    return { ref: { id, email, name }, writes: [] };
  }
  const elsewhere = othersThan(environment).flatMap((one, at) => toCustomer(one)(others[at])?.record ?? []);
  return newCustomer(call, environment, named, elsewhere[0] ?? null, eventId);
}

/** A customer's first record in an environment, their account and their invitation. */
function newCustomer(
  call: Call,
  environment: Environment,
  { email, name }: NamedCustomer,
  elsewhere: Parameters<typeof createCustomer>[1],
  eventId?: string,
): { ref: CustomerRef; writes: Write[] } {
  const id = call.customerId(foldEmail(email));
  const created = createCustomer({ id, environment, email, name }, elsewhere, call.now);
  const invite = created.invite && call.quiet !== true;
  const customer = created.invite && !invite ? { ...created.customer, invitedAt: null } : created.customer;
  const { audit } = created;
  const kind = invite ? 'customer-invitation' : 'customer-account';
  const writes: Write[] = [
    { kind: 'set', path: customerPath(environment, id), data: toStored(customer), if: { exists: false } },
    ...auditWrites(environment, call, audit, eventId),
    outboxWrite(environment, call, { kind, customerId: id }),
  ];
  return { ref: { id, email: customer.email, name: customer.name }, writes };
}

function othersThan(environment: Environment): Environment[] {
  return ENVIRONMENTS.filter((one) => one !== environment);
}
