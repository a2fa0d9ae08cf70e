import type { AuditEvent } from '../audit/event.ts';

/** Something that was seen of one license, as the abuse rules look at it. */
export type AbuseFact =
  | {
      readonly kind: 'activated';
      readonly at: Date;
      readonly deviceId: string;
      /** The license had never had this device before. */
      readonly isNew: boolean;
    }
  /** A device that left by its software or by its customer; what the console takes off is no sign of abuse. */
  | { readonly kind: 'left'; readonly at: Date; readonly deviceId: string }
  /** Where an activation came from: a pseudonym of the network, and the country if it is known. */
  | { readonly kind: 'origin'; readonly at: Date; readonly network: string; readonly country: string | null }
  /** So many requests about the license were refused because they came too fast. */
  | { readonly kind: 'over-limit'; readonly at: Date; readonly count: number };

/** What the rules need of an audit event. */
export type SeenEvent = Pick<AuditEvent, 'action' | 'activationId' | 'at' | 'actor' | 'changes'>;

/** The actions that tell the rules something; `license.transferred` ends what came before. */
export const SEEN_ACTIONS = ['activation.created', 'activation.deactivated', 'license.transferred'] as const;

/**
 * What the events of one license say, oldest first. Refused attempts leave no event, so they are no new devices.
 * What happened under an earlier owner is not held against the one it was transferred to.
 */
export function factsOf(events: readonly SeenEvent[]): AbuseFact[] {
  const ordered = events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const transfer = ordered.findLastIndex(({ action }) => action === 'license.transferred');
  return ordered.slice(transfer + 1).flatMap((event) => factOf(event) ?? []);
}

function factOf({ action, activationId, at, actor, changes }: SeenEvent): AbuseFact | null {
  if (activationId === null) return null;
  if (action === 'activation.created') {
    // A device that comes back tells from which state.
    return { kind: 'activated', at, deviceId: activationId, isNew: !('status' in changes) };
  }
  const byItself = actor.kind === 'software' || actor.kind === 'customer';
  return action === 'activation.deactivated' && byItself
    ? { kind: 'left', at, deviceId: activationId }
    : null;
}
