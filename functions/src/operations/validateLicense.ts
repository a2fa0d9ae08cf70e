import { needsLastSeen } from '@latchkey/domain/license/devices';
import type { Question } from '@latchkey/domain/license/validation';
import { decideCheck } from '@latchkey/domain/license/validation';
import { activationPath } from '../firestore/collections.ts';
import { withRetry } from '../firestore/optimistic.ts';
import { UnavailableError } from '../firestore/store.ts';
import type { CheckResult } from './checkResult.ts';
import { checkResult } from './checkResult.ts';
import type { Call } from './context.ts';
import type { Wanted } from './findLicense.ts';
import { findLicense, findingOf } from './findLicense.ts';

/** "May I run?" One batched read; at most once per device and hour a write of "last seen". */
export async function validateLicense(call: Call, wanted: Wanted, question: Question): Promise<CheckResult> {
  return withRetry(
    wanted.keyHash,
    async () => {
      const found = await findLicense(call, wanted);
      const code = decideCheck(question, findingOf(found), call.now);
      const result = checkResult(code, found);
      if (code !== 'VALID' || !result.device || !needsLastSeen(result.device, call.now)) return result;
      return (await noteLastSeen(call, found))
        ? { ...result, device: { ...result.device, lastSeenAt: call.now } }
        : result;
    },
    { seldomWrites: true },
  );
}

/** A decision that was read safely is not lost because a note about it could not be written. */
async function noteLastSeen(call: Call, found: Awaited<ReturnType<typeof findLicense>>): Promise<boolean> {
  if (found.where !== 'here' || !found.device) return false;
  const { record, version } = found.device;
  const path = activationPath(record.environment, record.id);
  try {
    await call.store.commit([{ kind: 'update', path, data: { lastSeenAt: call.now }, if: version }]);
    return true;
  } catch (error) {
    if (error instanceof UnavailableError) return false;
    throw error;
  }
}
