import type { Person } from '@latchkey/domain/access/person';
import { difference, otherEvent } from '@latchkey/domain/audit/draft';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { sameJson } from '@latchkey/domain/json';
import { userPath } from '../firestore/collections.ts';
import { withRetry } from '../firestore/optimistic.ts';
import { unchanged } from '../firestore/store.ts';
import { auditWrites } from '../firestore/writes.ts';
import type { Accounts } from './accounts.ts';
import type { Call } from './context.ts';

export type Access = Partial<Pick<Person, 'role' | 'environments' | 'customerId' | 'disabled'>>;
type StoredPerson = Omit<Person, 'uid'>;

/**
 * The one place that sets what a person may do: users/{uid} and the claims of their tokens. Whoever
 * loses something is signed out at once, because older sign-ins stop counting.
 */
export async function setAccess(
  call: Call,
  accounts: Accounts,
  who: { readonly email: string; readonly name: string | null },
  access: Access,
): Promise<string> {
  const uid = await accounts.ensure(who.email, who.name);
  const after = await withRetry(uid, async () => {
    const [snapshot] = await call.store.getAll<StoredPerson>([userPath(uid)]);
    const before = snapshot?.data ?? newPerson(who, call.now);
    const after: StoredPerson = { ...before, ...access };
    if (snapshot?.data && sameJson(before, after)) return after;
    const stored = loses(before, after) ? { ...after, claimsValidAfter: nextSecond(call.now) } : after;
    const version = snapshot ? unchanged(snapshot) : { exists: false };
    await call.store.commit([
      { kind: 'set', path: userPath(uid), data: stored, if: version },
      ...audit(call, uid, before, after),
    ]);
    return stored;
  });
  await accounts.setClaims(uid, { role: after.disabled ? null : after.role, customerId: after.customerId });
  if (after.claimsValidAfter > call.now) await accounts.revokeSessions(uid);
  return uid;
}

function newPerson(who: { email: string; name: string | null }, now: Date): StoredPerson {
  const nobody = { role: null, environments: null, customerId: null, disabled: false };
  return { ...nobody, email: who.email, name: who.name, claimsValidAfter: new Date(0), createdAt: now };
}

/** Sign-ins are stamped with whole seconds: one in the same second as the change must not survive it. */
function nextSecond(now: Date): Date {
  return new Date((Math.floor(now.getTime() / 1000) + 1) * 1000);
}

function loses(before: StoredPerson, after: StoredPerson): boolean {
  const role = before.role !== null && before.role !== after.role;
  const customer = before.customerId !== null && before.customerId !== after.customerId;
  const limited = after.environments !== null && !sameJson(before.environments, after.environments);
  // Who had no role yet loses nothing by getting one for some environments only.
  const environments = before.role !== null && limited;
  return role || customer || environments || (after.disabled && !before.disabled);
}

/** People belong to no environment; their history is kept with production's. */
function audit(call: Call, uid: string, before: StoredPerson, after: StoredPerson) {
  const changes: AuditEvent['changes'] = {
    uid: { before: uid, after: uid },
    ...difference(before, after),
  };
  return auditWrites('production', call, [
    otherEvent('user.access-changed', { customerId: after.customerId, changes }),
  ]);
}
