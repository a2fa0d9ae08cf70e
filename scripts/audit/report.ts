import type { ChainEnd } from '@latchkey/domain/audit/chain';
import { SHORT_HASH } from '@latchkey/domain/audit/chain';
import type { Environment } from '@latchkey/domain/environment';
import { chainHash, isSignedEnd } from '@latchkey/functions/crypto/auditChain';
import { countEvents } from '@latchkey/functions/operations/audit/countEvents';
import type { EventCounts } from '@latchkey/functions/operations/audit/countEvents';
import type { ChainReport } from '@latchkey/functions/operations/audit/verifyChain';
import { verifyChain } from '@latchkey/functions/operations/audit/verifyChain';
import type { AuditConnection } from './connect.ts';

/** Longer than the sequencer ever needs while it runs. */
const OVERDUE_MS = 10 * 60 * 1000;

/** One environment's chain in words, and whether it is whole. */
export async function report(
  { store, keys }: AuditConnection,
  environment: Environment,
  seen: ChainEnd | null,
): Promise<{ readonly text: string; readonly whole: boolean }> {
  const chain = await verifyChain({ store, hash: chainHash, seen }, environment);
  const { head } = chain;
  const signed = head === null || (await isSignedEnd(head.signature, environment, head, keys));
  const counts = await countEvents(store, environment);
  const whole = chain.broken === null && signed && counts.strays === 0;
  const lines = [
    verdict(chain, signed, whole),
    ...faults(chain, signed, counts),
    ...tail(counts, new Date()),
  ];
  return { text: `${environment}: ${lines.join('\n  ')}`, whole };
}

function verdict({ found }: ChainReport, signed: boolean, whole: boolean): string {
  if (!whole) return 'BROKEN';
  if (found.count === 0) return 'whole; nothing is linked yet';
  const short = `${found.count}:${found.hash.slice(0, 2 * SHORT_HASH)}`;
  return `whole; ${events(found.count)} linked, end ${short}${signed ? ', signed' : ''}`;
}

function faults({ broken, found, head }: ChainReport, signed: boolean, { strays }: EventCounts): string[] {
  return [
    ...(broken === null ? [] : [`First broken link: ${broken.sentence}`]),
    ...(broken === null || found.count === 0 ? [] : [`Numbers 1 to ${found.count} follow from each other.`]),
    ...(signed || head === null
      ? []
      : [`The head (number ${head.count}) is not signed by a key of this project: somebody else wrote it.`]),
    ...(strays === 0
      ? []
      : [`${events(strays)} neither linked nor waiting to be: somebody else wrote them.`]),
  ];
}

function tail({ waiting, waitingSince }: EventCounts, now: Date): string[] {
  if (waiting === 0) return ['No event waits to be linked.'];
  const since = waitingSince === null ? '' : `, the oldest from ${waitingSince.toISOString()}`;
  const late = waitingSince !== null && now.getTime() - waitingSince.getTime() > OVERDUE_MS;
  return [
    `Not linked yet: ${events(waiting)}${since}.`,
    ...(late ? ['That is longer than a minute: look whether the function linkAuditEvents runs.'] : []),
  ];
}

function events(count: number): string {
  return count === 1 ? '1 event' : `${count} events`;
}
