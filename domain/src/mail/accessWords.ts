import type { Person } from '../access/person.ts';
import type { MailOrder } from './record.ts';

type Rights = Pick<Person, 'role' | 'environments' | 'disabled'>;

/** What a change of somebody's access means to them, in a sentence; null = nothing that they need to know. */
export function accessWords(before: Rights | null, after: Rights | null): string | null {
  // Whoever is new here gets an invitation instead.
  if (before === null || before.role === null) return null;
  if (after === null || after.role === null) return 'Your access to the console was taken away.';
  if (after.disabled && !before.disabled) return 'Your account was switched off. You can no longer sign in.';
  if (!after.disabled && before.disabled) return 'Your account was switched on again. You can sign in.';
  if (after.role !== before.role) {
    return `Your role in the console was changed from ${before.role} to ${after.role}.`;
  }
  const [was, is] = [placesOf(before), placesOf(after)];
  return was === is ? null : `Your access to the console now counts for ${is}. Until now it was ${was}.`;
}

function placesOf({ environments }: Rights): string {
  return environments === null ? 'all environments' : environments.join(' and ');
}

/** The mail that tells them; it cannot be switched off by whoever it is about. */
export function accessMail(before: Person | null, after: Person | null): MailOrder | null {
  const what = accessWords(before, after);
  if (before === null || what === null) return null;
  const facts = { customerName: before.name ?? before.email, what };
  return { kind: 'security', to: before.email, customerId: null, licenseId: null, facts };
}
