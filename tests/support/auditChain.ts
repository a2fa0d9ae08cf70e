import { otherEvent } from '@latchkey/domain/audit/draft';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { chainHash, isCurrentSignature, signChainEnd } from '@latchkey/functions/crypto/auditChain';
import type { Snapshot, Store } from '@latchkey/functions/firestore/store';
import { auditWrites } from '@latchkey/functions/firestore/writes';
import type { LinkResult } from '@latchkey/functions/operations/audit/linkEvents';
import { linkEvents } from '@latchkey/functions/operations/audit/linkEvents';
import type { ChainReport } from '@latchkey/functions/operations/audit/verifyChain';
import { verifyChain } from '@latchkey/functions/operations/audit/verifyChain';
import { documents } from './inventory.ts';
import { CLOCK, type World } from './world.ts';

export const CHAIN_CRYPTO = { hash: chainHash, sign: signChainEnd, isCurrent: isCurrentSignature };

/** A run of the sequencer in production. */
export function link(
  world: World,
  options: { now?: Date; store?: Store; until?: () => boolean } = {},
): Promise<LinkResult> {
  const { now = new Date(), store = world.store, until = () => false } = options;
  return linkEvents({ ...world.call({ actor: CLOCK, now }), store }, 'production', until, CHAIN_CRYPTO);
}

export function verify(world: World): Promise<ChainReport> {
  return verifyChain({ store: world.store, hash: chainHash }, 'production');
}

/** Stores events as commits leave them, a second apart. */
export async function happen(
  world: World,
  count: number,
  from = new Date('2026-01-01T00:00:00Z'),
): Promise<void> {
  const writes = Array.from({ length: count }, (_, index) => {
    const now = new Date(from.getTime() + index * 1000);
    const draft = otherEvent('settings.changed', { changes: { n: { before: index, after: now } } });
    return auditWrites('production', world.call({ now }), [draft]);
  }).flat();
  for (let at = 0; at < writes.length; at += 450) await world.store.commit(writes.slice(at, at + 450));
}

/** The linked events of production by their numbers. */
export async function linked(world: World): Promise<Snapshot<AuditEvent>[]> {
  const found = await documents<AuditEvent>(world, 'audit');
  return found
    .filter(({ data }) => data?.link !== undefined)
    .toSorted((a, b) => (a.data?.link?.number ?? 0) - (b.data?.link?.number ?? 0));
}
