import type { Actor } from '../access/actor.ts';
import type { AuditAction, AuditEvent } from '../audit/event.ts';
import { effectiveExpiresAt, effectiveState } from './expiry.ts';
import type { License, LicenseStatus } from './license.ts';

/** A license in one state, from when to when. */
export interface StateSpan {
  readonly state: LicenseStatus;
  readonly since: Date;
  /** null = it is so now. */
  readonly until: Date | null;
  /** Who brought it there; null where no event tells. */
  readonly actor: Actor | null;
  readonly reason: string | null;
  readonly note: string | null;
}

/** The events that put a license into a state, in the order of a life. */
export const STATE_ACTIONS = [
  'license.created',
  'license.assigned',
  'license.activated',
  'license.inactivated',
  'license.reactivated',
  'license.suspended',
  'license.unsuspended',
  'license.expired',
  'license.revoked',
] as const satisfies readonly AuditAction[];

type Told = Pick<AuditEvent, 'action' | 'at' | 'from' | 'to' | 'actor' | 'reason' | 'note'>;
type Subject = Pick<License, 'status' | 'statusChangedAt' | 'createdAt' | 'expiresAt' | 'graceDays'>;

const UNTOLD = { actor: null, reason: null, note: null } as const;

/**
 * The states a license went through, oldest first and without a gap; the last one is the effective state now.
 * @param events its state events, as many as are at hand, in any order
 */
export function stateHistory(license: Subject, events: readonly Told[], now: Date): StateSpan[] {
  const starts: Omit<StateSpan, 'until'>[] = inOrder(events).flatMap(({ to, at, actor, reason, note }) =>
    to === null ? [] : [{ state: to, since: at, actor, reason, note }],
  );
  const first = inOrder(events)[0];
  // What was before the oldest event at hand is told by that event alone.
  if (first?.from) starts.unshift({ state: first.from, since: license.createdAt, ...UNTOLD });
  if (starts.at(-1)?.state !== license.status) {
    starts.push({ state: license.status, since: license.statusChangedAt, ...UNTOLD });
  }
  const end = effectiveExpiresAt(license);
  if (end !== null && effectiveState(license, now) === 'expired' && license.status !== 'expired') {
    starts.push({ state: 'expired', since: end, ...UNTOLD, actor: { kind: 'clock' } });
  }
  return starts.map((start, index) => ({ ...start, until: starts[index + 1]?.since ?? null }));
}

function inOrder(events: readonly Told[]): Told[] {
  const rank = ({ action }: Told): number => STATE_ACTIONS.findIndex((known) => known === action);
  return events
    .filter((event) => rank(event) >= 0 && event.from !== event.to)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b));
}
