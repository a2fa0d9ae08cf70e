import type { AdminCommand, AdminDecision, AdminRefusal, ConsoleAccess } from '@latchkey/domain/access/admin';
import { decideAdmin, isActiveOwner, ownAccess } from '@latchkey/domain/access/admin';
import type { Person } from '@latchkey/domain/access/person';
import type { AuditAction } from '@latchkey/domain/audit/event';
import { accessMail } from '@latchkey/domain/mail/accessWords';
import { userPath } from '../firestore/collections.ts';
import { withRetry } from '../firestore/optimistic.ts';
import type { Store, Write } from '../firestore/store.ts';
import { unchanged } from '../firestore/store.ts';
import type { Call } from './context.ts';
import { mailSwitches, mailWrite } from './mail/orderMail.ts';
import type { ReadPerson } from './storedPerson.ts';
import { isSamePerson, personWrites, readPeople } from './storedPerson.ts';

export type AdminOutcome = { readonly ok: true; readonly writes: readonly Write[] } | AdminRefusal;

/** Decisions about owners wait for each other in this process; across processes commits do the same. */
export const OWNERS_LINE = 'owners';

/** Changes, disables, enables or removes somebody's access to the console, as an owner decides it. */
export async function commandAdmin(
  call: Call,
  actorUid: string,
  uid: string,
  command: AdminCommand,
): Promise<AdminOutcome> {
  if (actorUid === uid) return ownAccess(await hasAnotherOwner(call.store, uid));
  return withRetry(OWNERS_LINE, async () => {
    const [actor, target] = await readPeople(call.store, [actorUid, uid]);
    if (!actor || !target) throw new Error('two people were asked for');
    const decision = decideAdmin(command, { actor: actor.person, target: target.person });
    if (!decision.ok) return decision;
    return commitDecision(call, actor, target, after(target, decision, command), ACTIONS[command.type]);
  });
}

/**
 * Stores a decision together with the proof that whoever made it still is an active owner: of two owners who
 * demote each other at the same moment, one finds this proof gone and is refused.
 * @param more what else has to happen with it
 */
export async function commitDecision(
  call: Call,
  actor: ReadPerson,
  target: ReadPerson,
  after: Person | null,
  action: AuditAction,
  more: readonly Write[] = [],
): Promise<AdminOutcome> {
  if (after !== null && isSamePerson(target.person, after)) return { ok: true, writes: [] };
  const writes = personWrites(call, target, after, action);
  const stillOwner: Write = { kind: 'check', path: userPath(actor.uid), if: unchanged(actor.snapshot) };
  // Not among the writes that are given back: those are work that whoever follows the account settles at once.
  const alert = await accessAlert(call, target.person, after);
  await call.store.commit([stillOwner, ...writes, ...alert, ...more]);
  return { ok: true, writes };
}

/** People belong to no environment: production's settings say whether they are told. */
async function accessAlert(call: Call, before: Person | null, after: Person | null): Promise<Write[]> {
  const mail = accessMail(before, after);
  if (mail === null || !(await mailSwitches(call, 'production'))?.security) return [];
  return [mailWrite(call, 'production', mail)];
}

const ACTIONS: Readonly<Record<AdminCommand['type'], AuditAction>> = {
  'change-access': 'user.access-changed',
  disable: 'user.disabled',
  enable: 'user.enabled',
  remove: 'user.removed',
};

/** null = nothing is left of them: who is a customer too keeps the portal. */
function after(
  { person }: ReadPerson,
  { access }: Extract<AdminDecision, { ok: true }>,
  command: AdminCommand,
): Person | null {
  if (person === null) return null;
  if (command.type === 'remove' && person.customerId === null) return null;
  return { ...person, ...(access satisfies ConsoleAccess) };
}

async function hasAnotherOwner(store: Store, uid: string): Promise<boolean> {
  const owners = await store.query<Person>({
    parent: '',
    collection: 'users',
    where: [['role', '==', 'owner']],
    limit: 100,
  });
  return owners.some(
    ({ id, data }) => id !== uid && data !== undefined && isActiveOwner({ ...data, uid: id }),
  );
}
