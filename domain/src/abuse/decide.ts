import type { Actor } from '../access/actor.ts';
import { keyHolds } from '../access/apiPermissions.ts';
import { may } from '../access/roles.ts';
import type { AuditDraft } from '../audit/event.ts';
import type { LicenseCommand } from '../license/commands.ts';
import type { License } from '../license/license.ts';
import type { Refusal } from '../license/refusals.ts';
import { refuse } from '../license/refusals.ts';
import type { AbuseCase, CaseStatus } from './case.ts';
import { isUndecided } from './case.ts';
import { caseEvent } from './detect.ts';

/** What people, and programs in their place, do with a case. */
export type CaseCommand =
  /** Look at it, also in place of somebody else. */
  | { readonly type: 'take' }
  /** Leave it to whoever comes next. */
  | { readonly type: 'release' }
  /** It was abuse. With a public reason, the license is suspended in the same breath. */
  | { readonly type: 'confirm'; readonly note: string; readonly suspend: string | null }
  /** It was none. The rule starts counting anew, and the license may be let go in the same breath. */
  | { readonly type: 'dismiss'; readonly note: string; readonly unsuspend: boolean }
  /** The decision was wrong, or too early. */
  | { readonly type: 'reopen' };
export type CaseCommandName = CaseCommand['type'];
export const CASE_COMMANDS = [
  'take',
  'release',
  'confirm',
  'dismiss',
  'reopen',
] as const satisfies readonly CaseCommandName[];

export interface AcceptedCase {
  readonly ok: true;
  readonly case: AbuseCase;
  readonly audit: readonly AuditDraft[];
  /** What has to happen to the license in the same commit; null = nothing. */
  readonly license: Extract<LicenseCommand, { type: 'suspend' | 'unsuspend' }> | null;
}

/** Why a command is closed for a case whatever its details are; null = it is open. */
export function caseRefusal(status: CaseStatus, command: CaseCommandName, actor: Actor): Refusal | null {
  if (reviewerOf(actor) === null) return mayOnlyLook();
  switch (command) {
    case 'take':
    case 'confirm':
    case 'dismiss':
      return isUndecided(status) ? null : refuse('CASE_DECIDED', 'The case is decided. Reopen it first.');
    case 'release':
      return status === 'in-review' ? null : refuse('CASE_NOT_IN_REVIEW', 'Nobody is looking at the case.');
    case 'reopen':
      return isUndecided(status) ? refuse('CASE_UNDECIDED', 'The case is not decided yet.') : null;
  }
}

/** As whom somebody decides cases: whoever may suspend a license may; null = they may not. */
function reviewerOf(actor: Actor): AbuseCase['reviewer'] {
  if (actor.kind === 'person') {
    return may(actor.role, 'licenses.write') ? { uid: actor.uid, name: actor.name } : null;
  }
  if (actor.kind !== 'api-key' || !keyHolds(actor.permissions, 'licenses.write')) return null;
  return { uid: actor.keyId, name: actor.name };
}

/** Decides a command about a case. */
export function decideCase(
  found: AbuseCase,
  command: CaseCommand,
  actor: Actor,
  now: Date,
): AcceptedCase | Refusal {
  const refusal = caseRefusal(found.status, command.type, actor);
  const me = reviewerOf(actor);
  if (refusal || me === null) return refusal ?? mayOnlyLook();
  switch (command.type) {
    case 'take':
      if (found.reviewer?.uid === me.uid)
        return refuse('CASE_IS_YOURS', 'You are looking at the case already.');
      return changed(found, 'abuse.taken', { status: 'in-review', reviewer: me }, now);
    case 'release':
      return changed(found, 'abuse.released', { status: 'open', reviewer: null }, now);
    case 'confirm': {
      if (command.note.trim() === '') return noteNeeded();
      const license =
        command.suspend === null
          ? null
          : ({ type: 'suspend', publicReason: command.suspend, note: command.note } as const);
      return changed(found, 'abuse.confirmed', decided('confirmed', command.note, me, now), now, license);
    }
    case 'dismiss':
      if (command.note.trim() === '') return noteNeeded();
      return changed(
        found,
        'abuse.dismissed',
        decided('dismissed', command.note, me, now),
        now,
        command.unsuspend ? { type: 'unsuspend' } : null,
      );
    case 'reopen':
      return changed(
        found,
        'abuse.reopened',
        {
          status: found.reviewer === null ? 'open' : 'in-review',
          decidedAt: null,
          decidedBy: null,
          note: null,
        },
        now,
      );
  }
}

function decided(
  status: 'confirmed' | 'dismissed',
  note: string,
  by: NonNullable<AbuseCase['reviewer']>,
  now: Date,
) {
  return { status, note: note.trim(), reviewer: by, decidedAt: now, decidedBy: by.name };
}

function changed(
  found: AbuseCase,
  action: Parameters<typeof caseEvent>[0],
  change: Partial<AbuseCase> & Pick<AbuseCase, 'status'>,
  now: Date,
  license: AcceptedCase['license'] = null,
): AcceptedCase {
  const after = { ...found, ...change, undecided: isUndecided(change.status), updatedAt: now };
  const about: Pick<License, 'id' | 'keyHint' | 'productId' | 'customerId'> = {
    ...found,
    id: found.licenseId,
  };
  const note = change.note ?? null;
  return { ok: true, case: after, license, audit: [caseEvent(action, after, about, { note })] };
}

function mayOnlyLook(): Refusal {
  return refuse('FORBIDDEN', 'Your role may look at cases but not decide them.');
}

function noteNeeded(): Refusal {
  return refuse('NOTE_REQUIRED', 'Write down why: whoever looks at the case later needs it.');
}
