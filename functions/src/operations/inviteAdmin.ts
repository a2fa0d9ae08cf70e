import type { AdminRefusal, Environments } from '@latchkey/domain/access/admin';
import { decideInvitation } from '@latchkey/domain/access/admin';
import type { Role } from '@latchkey/domain/access/roles';
import { foldEmail } from '@latchkey/domain/customer/customer';
import { withRetry } from '../firestore/optimistic.ts';
import type { Write } from '../firestore/store.ts';
import type { Accounts } from './accounts.ts';
import { commitDecision, OWNERS_LINE } from './commandAdmin.ts';
import type { Call } from './context.ts';
import { mailSwitches, mailWrite } from './mail/orderMail.ts';
import { newPerson, readPeople } from './storedPerson.ts';

export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly environments: Environments;
}

export type InvitationOutcome =
  | {
      readonly ok: true;
      readonly uid: string;
      readonly writes: readonly Write[];
      /** Whether they have never signed in, and whether a mail of ours with the link is on its way then. */
      readonly newcomer: boolean;
      readonly mailed: boolean;
    }
  | AdminRefusal;

/**
 * Gives somebody a role: a new account without a password, or the account that this address has already.
 * An account alone may do nothing, so that one left over by a crash or a refusal does no harm.
 */
export async function inviteAdmin(
  call: Call,
  accounts: Accounts,
  actorUid: string,
  { email, name, role, environments }: Invitation,
): Promise<InvitationOutcome> {
  const address = foldEmail(email);
  const uid = await accounts.ensure(address, name);
  const [known] = await accounts.signIns([uid]);
  const newcomer = known?.lastSignInAt == null;
  const mails = newcomer ? await invitationMail(call, address, { name, role }) : [];
  return withRetry(OWNERS_LINE, async () => {
    const [actor, target] = await readPeople(call.store, [actorUid, uid]);
    if (!actor || !target) throw new Error('two people were asked for');
    const facts = { actor: actor.person, target: target.person };
    const decision = decideInvitation({ role, environments }, facts);
    if (!decision.ok) return decision;
    const before = target.person ?? newPerson(uid, { email: address, name }, call.now);
    const after = { ...before, name: before.name ?? name, ...decision.access };
    const stored = await commitDecision(call, actor, target, after, 'user.invited', mails);
    return stored.ok ? { ...stored, uid, newcomer, mailed: mails.length > 0 } : stored;
  });
}

/** People belong to no environment: production's settings say how mail leaves, and whether this one is ours. */
async function invitationMail(
  call: Call,
  to: string,
  { name, role }: Pick<Invitation, 'name' | 'role'>,
): Promise<Write[]> {
  if (!(await mailSwitches(call, 'production'))?.console) return [];
  const facts = { customerName: name, role };
  return [mailWrite(call, 'production', { kind: 'console', to, customerId: null, licenseId: null, facts })];
}
