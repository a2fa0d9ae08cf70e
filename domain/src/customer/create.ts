import type { AuditDraft } from '../audit/event.ts';
import type { Environment } from '../environment.ts';
import { customerEvent } from './commands.ts';
import type { Customer } from './customer.ts';
import { customerName, foldEmail } from './customer.ts';
import { withDerived } from './record.ts';

export interface NewCustomer {
  readonly id: string;
  readonly environment: Environment;
  readonly email: string;
  readonly name: string | null;
}

export interface CreatedCustomer {
  readonly customer: Customer;
  /** Nobody has invited them yet: a mail with a link to choose a password has to follow. */
  readonly invite: boolean;
  readonly audit: readonly AuditDraft[];
}

/**
 * A customer who is new in an environment. Whoever is known in another one is the same person here: the
 * name, the status and the sign-ins are theirs, and no second invitation is sent.
 */
export function createCustomer(asked: NewCustomer, elsewhere: Customer | null, now: Date): CreatedCustomer {
  const { id, environment } = asked;
  const fresh = {
    name: customerName(asked.name),
    status: 'invited',
    invitedAt: now,
    firstSignInAt: null,
    lastSignInAt: null,
  } as const;
  const { name, status, invitedAt, firstSignInAt, lastSignInAt } = elsewhere ?? fresh;
  const customer = withDerived({
    id,
    environment,
    email: foldEmail(asked.email),
    name,
    status,
    createdAt: now,
    invitedAt,
    firstSignInAt,
    lastSignInAt,
  });
  return { customer, invite: elsewhere === null, audit: [customerEvent('customer.created', customer)] };
}
