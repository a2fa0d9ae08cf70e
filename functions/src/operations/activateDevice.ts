import { activateDevice as activated } from '@latchkey/domain/license/devices';
import type { Question } from '@latchkey/domain/license/validation';
import { decideCheck } from '@latchkey/domain/license/validation';
import { withRetry } from '../firestore/optimistic.ts';
import { auditWrites, setActivation, updateLicense } from '../firestore/writes.ts';
import type { OriginOf } from './abuse/originWrites.ts';
import { originWrites } from './abuse/originWrites.ts';
import type { CheckResult } from './checkResult.ts';
import { checkResult } from './checkResult.ts';
import type { Call } from './context.ts';
import type { Wanted } from './findLicense.ts';
import { findLicense, findingOf } from './findLicense.ts';

export interface DeviceDetails {
  readonly label: string | null;
  readonly appVersion: string | null;
  /** Where the caller is; absent where nobody can tell. */
  readonly origin?: OriginOf;
}

/** Binds a device to a license. Counter, device and audit are one commit, so no slot is given twice. */
export async function activateDevice(
  call: Call,
  wanted: Wanted,
  question: Question,
  { origin, ...details }: DeviceDetails,
): Promise<CheckResult> {
  return withRetry(wanted.keyHash, async () => {
    const found = await findLicense(call, wanted);
    const code = decideCheck(question, findingOf(found), call.now);
    if (code !== 'ACTIVATED' || found.where !== 'here' || !found.newDevice || !wanted.identifier) {
      return checkResult(code, found);
    }
    const { license, device, newDevice } = found;
    const asked = { id: newDevice.id, identifier: wanted.identifier, ...details };
    const change = activated(license.record, device?.record ?? null, asked, call.now);
    await call.store.commit([
      updateLicense(license, change.license),
      setActivation(change.device, newDevice.version),
      ...auditWrites(wanted.environment, call, change.audit),
      ...(await originWrites(call, wanted.environment, license.record.id, origin)),
    ]);
    return { code, license: change.license, device: change.device };
  });
}
