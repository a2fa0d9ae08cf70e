import { otherEvent } from '../audit/draft.ts';
import type { AuditAction, AuditDraft } from '../audit/event.ts';
import type { Customer } from './customer.ts';
import { customerName, foldEmail } from './customer.ts';
import { withDerived } from './record.ts';
import type { CustomerRefusal } from './refusals.ts';
import { refuseCustomer } from './refusals.ts';

/** What a person may do to a customer; it happens in every environment that knows them. */
export type CustomerCommand =
  | { readonly type: 'rename'; readonly name: string | null }
  | { readonly type: 'invite' }
  | { readonly type: 'disable' }
  | { readonly type: 'enable' }
  | { readonly type: 'delete'; readonly confirmation: string };

export interface CustomerDecision {
  readonly ok: true;
  /** As it has to be stored; null = delete it. */
  readonly customer: Customer | null;
  readonly audit: readonly AuditDraft[];
}

/** Mails to one address come no faster than this. */
export const INVITATION_PAUSE = 60_000;

/** So many sign-ins are shown to the customer, who would notice one that was not theirs. */
export const RECENT_SIGN_INS = 5;

/** What a command makes of one environment's record of a customer. */
export function decideCustomer(
  customer: Customer,
  command: CustomerCommand,
  now: Date,
): CustomerDecision | CustomerRefusal {
  switch (command.type) {
    case 'rename':
      return renamed(customer, customerName(command.name));
    case 'invite':
      return invited(customer, now);
    case 'disable':
      if (customer.status === 'disabled') {
        return refuseCustomer('ALREADY_DISABLED', 'The customer is disabled already.');
      }
      return changed(customer, { status: 'disabled' }, 'customer.disabled');
    case 'enable':
      if (customer.status !== 'disabled') {
        return refuseCustomer('NOT_DISABLED', 'The customer is not disabled, so there is nothing to lift.');
      }
      return changed(customer, { status: standing(customer) }, 'customer.enabled');
    case 'delete':
      if (foldEmail(command.confirmation) !== customer.email) {
        return refuseCustomer(
          'CONFIRMATION_MISMATCH',
          'The e-mail address does not match. Type it once more.',
        );
      }
      return { ok: true, customer: null, audit: [customerEvent('customer.deleted', customer)] };
  }
}

/** A sign-in to the portal; null when it is known already. The first one makes an invited customer active. */
export function signedIn(customer: Customer, at: Date): CustomerDecision | null {
  if (customer.lastSignInAt !== null && customer.lastSignInAt.getTime() >= at.getTime()) return null;
  const first = customer.firstSignInAt === null;
  const firstSignInAt = customer.firstSignInAt ?? at;
  const status = customer.status === 'invited' ? 'active' : customer.status;
  const recentSignIns = [at, ...(customer.recentSignIns ?? [])].slice(0, RECENT_SIGN_INS);
  const after = { ...customer, status, firstSignInAt, lastSignInAt: at, recentSignIns };
  return { ok: true, customer: after, audit: first ? [customerEvent('customer.joined', customer)] : [] };
}

/** Events name customers by id alone: a name or an address in them could not be erased. */
export function customerEvent(action: AuditAction, customer: Pick<Customer, 'id'>): AuditDraft {
  return otherEvent(action, { customerId: customer.id });
}

function renamed(customer: Customer, name: string | null): CustomerDecision | CustomerRefusal {
  if (name === customer.name) return refuseCustomer('SAME_NAME', 'That is the name already.');
  return {
    ok: true,
    customer: withDerived({ ...customer, name }),
    audit: [customerEvent('customer.renamed', customer)],
  };
}

function invited(customer: Customer, now: Date): CustomerDecision | CustomerRefusal {
  if (customer.status === 'disabled') {
    return refuseCustomer('CUSTOMER_DISABLED', 'The customer is disabled. Enable them first.');
  }
  if (customer.invitedAt !== null && now.getTime() - customer.invitedAt.getTime() < INVITATION_PAUSE) {
    return refuseCustomer('INVITED_JUST_NOW', 'A mail was sent less than a minute ago. Wait a moment.');
  }
  return changed(customer, { invitedAt: now }, 'customer.invited');
}

/** What the customer is without being disabled. */
function standing(customer: Customer): 'invited' | 'active' {
  return customer.firstSignInAt === null ? 'invited' : 'active';
}

function changed(customer: Customer, change: Partial<Customer>, action: AuditAction): CustomerDecision {
  const { status } = customer;
  const moves = change.status !== undefined && change.status !== status;
  const changes: AuditDraft['changes'] = moves ? { status: { before: status, after: change.status } } : {};
  return {
    ok: true,
    customer: { ...customer, ...change },
    audit: [{ ...customerEvent(action, customer), changes }],
  };
}
