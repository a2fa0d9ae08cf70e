import { deactivateDevice as deactivated } from '@latchkey/domain/license/devices';
import type { Question } from '@latchkey/domain/license/validation';
import { decideCheck } from '@latchkey/domain/license/validation';
import { withRetry } from '../firestore/optimistic.ts';
import { auditWrites, updateActivation, updateLicense } from '../firestore/writes.ts';
import type { CheckResult } from './checkResult.ts';
import { checkResult } from './checkResult.ts';
import type { Call } from './context.ts';
import type { Wanted } from './findLicense.ts';
import { findLicense, findingOf } from './findLicense.ts';

/** Shipped software leaves: its slot is free in the same commit. */
export async function deactivateDevice(call: Call, wanted: Wanted, question: Question): Promise<CheckResult> {
  return withRetry(wanted.keyHash, async () => {
    const found = await findLicense(call, wanted);
    const code = decideCheck(question, findingOf(found), call.now);
    if (code !== 'DEACTIVATED' || found.where !== 'here' || !found.device) return checkResult(code, found);
    const change = deactivated(found.license.record, found.device.record, call.now);
    await call.store.commit([
      updateLicense(found.license, change.license),
      updateActivation(found.device, change.device),
      ...auditWrites(wanted.environment, call, change.audit),
    ]);
    return { code, license: change.license, device: change.device };
  });
}
