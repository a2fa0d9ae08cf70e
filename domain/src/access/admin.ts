import { ENVIRONMENTS, type Environment } from '../environment.ts';
import type { Person } from './person.ts';
import type { Role } from './roles.ts';

/** What an owner may do with somebody's access to the console. */
export type AdminCommand =
  | { readonly type: 'change-access'; readonly role: Role; readonly environments: Environments }
  | { readonly type: 'disable' }
  | { readonly type: 'enable' }
  | { readonly type: 'remove' };

/** null = all. */
export type Environments = readonly Environment[] | null;

export type AdminRefusalCode =
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'OWN_ACCESS'
  | 'LAST_OWNER'
  | 'ALREADY_ADMIN'
  | 'NO_ENVIRONMENT'
  | 'OWNER_SEES_ALL';

export interface AdminRefusal {
  readonly ok: false;
  readonly code: AdminRefusalCode;
  /** One sentence for the owner who asked: what is wrong and what to do. */
  readonly reason: string;
}

/** What users/{uid} has to say afterwards of role, environments and standing. */
export type ConsoleAccess = Pick<Person, 'role' | 'environments' | 'disabled'>;
export type AdminDecision = { readonly ok: true; readonly access: ConsoleAccess } | AdminRefusal;

export interface AdminFacts {
  /** Who asks, as stored now and not as their token has it. */
  readonly actor: Person | null;
  readonly target: Person | null;
}

/**
 * Decides on a command about somebody else's access. Nobody decides about their own, and only an active
 * owner decides at all: so whoever carries a decision out remains an active owner, and the last one cannot
 * get lost, provided that the actor's record is unchanged when the decision is stored.
 */
export function decideAdmin(command: AdminCommand, { actor, target }: AdminFacts): AdminDecision {
  if (!isActiveOwner(actor)) return notAnOwner();
  if (target === null || target.role === null) {
    return refuse('NOT_FOUND', 'This person has no role in the console any more. Load the page again.');
  }
  if (actor.uid === target.uid) return ownAccess(true);
  const { role, environments, disabled } = target;
  switch (command.type) {
    case 'change-access':
      return (
        checkEnvironments(command.role, command.environments) ?? {
          ok: true,
          access: { role: command.role, environments: inOrder(command.environments), disabled },
        }
      );
    case 'disable':
      return { ok: true, access: { role, environments, disabled: true } };
    case 'enable':
      return { ok: true, access: { role, environments, disabled: false } };
    case 'remove':
      return { ok: true, access: { role: null, environments: null, disabled } };
  }
}

/** Decides on an invitation: the person may be known already, as a customer or with access of earlier days. */
export function decideInvitation(
  asked: { readonly role: Role; readonly environments: Environments },
  { actor, target }: AdminFacts,
): AdminDecision {
  if (!isActiveOwner(actor)) return notAnOwner();
  if (target !== null && target.role !== null) {
    return refuse(
      'ALREADY_ADMIN',
      `This person has a role already (${target.role}). Open them in the list to change it.`,
    );
  }
  if (target?.disabled) {
    return refuse('ALREADY_ADMIN', 'This account is switched off. Invite another address.');
  }
  const { role } = asked;
  return (
    checkEnvironments(role, asked.environments) ?? {
      ok: true,
      access: { role, environments: inOrder(asked.environments), disabled: false },
    }
  );
}

/** Why nobody changes their own access; a last owner is told what to do first. */
export function ownAccess(othersOwn: boolean): AdminRefusal {
  return othersOwn
    ? refuse('OWN_ACCESS', 'You cannot change your own access. Ask another owner to do it.')
    : refuse('LAST_OWNER', 'You are the last active owner. Make somebody else an owner first.');
}

export function isActiveOwner(person: Person | null): person is Person {
  return person !== null && person.role === 'owner' && !person.disabled;
}

function checkEnvironments(role: Role, environments: Environments): AdminRefusal | null {
  if (environments === null) return null;
  if (role === 'owner') {
    return refuse('OWNER_SEES_ALL', 'An owner works in every environment. Choose another role to limit it.');
  }
  return environments.length > 0
    ? null
    : refuse('NO_ENVIRONMENT', 'Choose at least one environment, or all of them.');
}

/** Each once, in the order of the house, so that the same choice is stored the same way. */
function inOrder(environments: Environments): Environments {
  return environments && [...new Set(environments)].sort((a, b) => place(a) - place(b));
}

function place(environment: Environment): number {
  return ENVIRONMENTS.indexOf(environment);
}

function notAnOwner(): AdminRefusal {
  return refuse('FORBIDDEN', 'Only an active owner decides who may do what.');
}

function refuse(code: AdminRefusalCode, reason: string): AdminRefusal {
  return { ok: false, code, reason };
}
