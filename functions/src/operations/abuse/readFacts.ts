import type { AbuseFact, SeenEvent } from '@latchkey/domain/abuse/facts';
import { factsOf } from '@latchkey/domain/abuse/facts';
import type { ActiveRule } from '@latchkey/domain/abuse/measure';
import { ABUSE_RULES } from '@latchkey/domain/abuse/rules';
import type { AbuseSignal } from '@latchkey/domain/abuse/signal';
import { factOfSignal } from '@latchkey/domain/abuse/signal';
import type { Environment } from '@latchkey/domain/environment';
import { envPath } from '../../firestore/collections.ts';
import type { Store } from '../../firestore/store.ts';

/** More than any threshold; of a license that has still more, the newest are looked at. */
const MOST = 2_000;

/** Whether a rule looks at signals, which only rules on origins and on the rate limit do. */
export function needsSignals({ rule }: Pick<ActiveRule, 'rule'>): boolean {
  return rule === 'over-limit' || ABUSE_RULES[rule].needsOrigins;
}

/** What was seen of one license since a moment, oldest first; one round trip. */
export async function readFacts(
  store: Store,
  environment: Environment,
  licenseId: string,
  rules: readonly ActiveRule[],
  since: Date,
): Promise<AbuseFact[]> {
  const [events, signals] = await Promise.all([
    rules.every(({ rule }) => rule === 'over-limit') ? [] : eventsOf(store, environment, licenseId, since),
    rules.some(needsSignals) ? signalsOf(store, environment, licenseId, since) : [],
  ]);
  return inOrder([...factsOf(events), ...signals.map(factOfSignal)]);
}

export function inOrder(facts: readonly AbuseFact[]): AbuseFact[] {
  return facts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

async function eventsOf(
  store: Store,
  environment: Environment,
  licenseId: string,
  since: Date,
): Promise<SeenEvent[]> {
  const found = await store.query<SeenEvent>({
    parent: envPath(environment),
    collection: 'audit',
    where: [
      ['licenseId', '==', licenseId],
      ['at', '>', since],
    ],
    orderBy: [['at', 'desc']],
    limit: MOST,
    select: ['action', 'activationId', 'at', 'actor', 'changes'],
  });
  return found.flatMap(({ data }) => data ?? []);
}

async function signalsOf(
  store: Store,
  environment: Environment,
  licenseId: string,
  since: Date,
): Promise<AbuseSignal[]> {
  const found = await store.query<AbuseSignal>({
    parent: envPath(environment),
    collection: 'abuseSignals',
    where: [
      ['licenseId', '==', licenseId],
      ['at', '>', since],
    ],
    orderBy: [['at', 'desc']],
    limit: MOST,
  });
  return found.flatMap(({ data }) => data ?? []);
}
