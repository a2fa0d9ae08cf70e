import type { Reasons } from './commands.ts';
import type { Accepted, Decision, Standing } from './decision.ts';
import { moved } from './moved.ts';
import { refuse } from './refusals.ts';

const STOPPED = {
  inactive: ['suspend', 'license.inactivated'],
  suspended: ['suspend', 'license.suspended'],
  revoked: ['deactivate', 'license.revoked'],
} as const;

/** Suspending and revoking: the customer has to be told why. */
export function stopWithReason(
  standing: Standing,
  to: 'suspended' | 'revoked',
  reasons: Reasons,
  now: Date,
): Decision {
  if (isBlank(reasons.publicReason)) {
    return refuse('REASON_REQUIRED', `Give a reason: the customer sees why the license is ${to}.`);
  }
  return stop(standing, to, reasons, now);
}

/** Stops a license, for now or for good; a blank text is none. */
export function stop(standing: Standing, to: keyof typeof STOPPED, reasons: Reasons, now: Date): Accepted {
  const [devices, action] = STOPPED[to];
  const publicReason = isBlank(reasons.publicReason) ? null : reasons.publicReason;
  const note = isBlank(reasons.note) ? null : reasons.note;
  const change = { publicReason, ...(to === 'revoked' && { activationCount: 0 }) };
  const accepted = moved(standing, to, change, now, devices, action, { reason: publicReason, note });
  const hidden = note === null ? standing.private : { ...standing.private, internalNote: note };
  return { ...accepted, private: hidden };
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
