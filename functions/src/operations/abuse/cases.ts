import type { AbuseCase } from '@latchkey/domain/abuse/case';
import type { AbuseRuleName } from '@latchkey/domain/abuse/rules';
import type { Environment } from '@latchkey/domain/environment';
import { abuseCasePath, envPath } from '../../firestore/collections.ts';
import type { Stored, Versioned } from '../../firestore/records.ts';
import { toStored } from '../../firestore/records.ts';
import type { Snapshot, Store, Write } from '../../firestore/store.ts';
import { unchanged } from '../../firestore/store.ts';

export function toCase(
  environment: Environment,
  snapshot: Snapshot<Stored<AbuseCase>> | undefined,
): Versioned<AbuseCase> | null {
  if (snapshot?.data === undefined) return null;
  return { record: { ...snapshot.data, id: snapshot.id, environment }, version: unchanged(snapshot) };
}

/** The latest case of a license and a rule, decided or not. */
export async function latestCase(
  store: Store,
  environment: Environment,
  licenseId: string,
  rule: AbuseRuleName,
): Promise<Versioned<AbuseCase> | null> {
  const [newest] = await store.query<Stored<AbuseCase>>({
    parent: envPath(environment),
    collection: 'abuseCases',
    where: [
      ['licenseId', '==', licenseId],
      ['rule', '==', rule],
    ],
    orderBy: [['detectedAt', 'desc']],
    limit: 1,
  });
  return toCase(environment, newest);
}

/** The case as it has to be stored; a new one only where nobody else has opened it. */
export function caseWrite(before: Versioned<AbuseCase> | null, after: AbuseCase): Write {
  const version = before?.record.id === after.id ? before.version : { exists: false };
  return {
    kind: 'set',
    path: abuseCasePath(after.environment, after.id),
    data: toStored(after),
    if: version,
  };
}
