import type { AbuseCase } from '@latchkey/domain/abuse/case';
import { findingWords } from '@latchkey/domain/abuse/detect';
import { ABUSE_RULES } from '@latchkey/domain/abuse/rules';
import { envPath } from '../../firestore/collections.ts';
import type { Write } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import { ownerMailWrites } from '../webhook/tellOwners.ts';

const PAUSE_MS = 15 * 60 * 1000;

/**
 * Word to the owners about a case, for the commit that opens it. Where another case was opened in the last
 * quarter of an hour they have been told: whoever is attacked on many licenses needs no mail for each.
 */
export async function caseMailWrites(call: Call, found: AbuseCase): Promise<Write[]> {
  const before = await call.store.query<object>({
    parent: envPath(found.environment),
    collection: 'abuseCases',
    where: [['detectedAt', '>', new Date(call.now.getTime() - PAUSE_MS)]],
    limit: 1,
  });
  return before.length > 0 ? [] : ownerMailWrites(call, caseWords(found));
}

function caseWords(found: AbuseCase): string {
  const { rule, keyHint, productName, environment, suspendedAt } = found;
  const done =
    suspendedAt === null ? 'The license stays as it is until somebody decides.' : 'It was suspended.';
  return (
    `The abuse rule "${ABUSE_RULES[rule].title}" has found the license ${keyHint}… (${productName}, ${environment}): ` +
    `${findingWords(found)} ${done} The case is under Abuse; cases of the next quarter of an hour are only listed there.`
  );
}
