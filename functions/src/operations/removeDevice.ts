import { effectiveDeviceStatus } from '@latchkey/domain/activation/activation';
import { afterSelfDeactivation, selfServiceAllowance } from '@latchkey/domain/activation/selfService';
import type { Environment } from '@latchkey/domain/environment';
import { deactivateDevice } from '@latchkey/domain/license/devices';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { readSection } from '@latchkey/domain/settings/values';
import { activationPath, licensePath, settingsPath } from '../firestore/collections.ts';
import { withRetry } from '../firestore/optimistic.ts';
import { toActivation, toLicense } from '../firestore/records.ts';
import { auditWrites, updateActivation, updateLicense } from '../firestore/writes.ts';
import type { Call } from './context.ts';

/**
 * A person takes a device off its license, from the console or from the portal. `owner` restricts it
 * to that customer's own active devices, so many within a time as the settings allow: another's device
 * does not exist for them.
 */
export async function removeDevice(
  call: Call,
  environment: Environment,
  activationId: string,
  owner: string | null,
): Promise<{ ok: true } | Refusal> {
  return withRetry(activationId, async () => {
    const portal = owner === null ? [] : [settingsPath(environment, 'portal')];
    const paths = [activationPath(environment, activationId), ...portal];
    const [found, settings] = await call.store.getAll<never>(paths);
    const device = toActivation(environment)(found);
    if (!device || (owner !== null && device.record.customerId !== owner)) return noSuchDevice();
    const [parent] = await call.store.getAll<never>([licensePath(environment, device.record.licenseId)]);
    const license = toLicense(environment)(parent);
    if (!license || (owner !== null && license.record.customerId !== owner)) return noSuchDevice();
    const rules = readSection('portal', settings?.data);
    if (owner !== null && !rules.deactivation) {
      return refuse('SELF_SERVICE_OFF', 'Devices are not deactivated here. Ask the seller to do it for you.');
    }
    const status = effectiveDeviceStatus(license.record, device.record);
    if (status === 'deactivated') return refuse('DEVICE_NOT_ACTIVE', 'This device is deactivated already.');
    if (status === 'suspended' && owner !== null) {
      return refuse(
        'DEVICE_NOT_ACTIVE',
        'This device is suspended with its license and cannot be deactivated here.',
      );
    }
    if (owner !== null) {
      const { possibleAt } = selfServiceAllowance(license.record, rules, call.now);
      if (possibleAt !== null) return usedUp(rules.deactivationLimit, rules.deactivationDays, possibleAt);
    }
    const change = deactivateDevice(license.record, device.record, call.now);
    // Counted in the license itself, whose version guards the commit: a race takes no device too many.
    const counted =
      owner === null ? {} : { selfDeactivations: afterSelfDeactivation(license.record, call.now) };
    await call.store.commit([
      updateLicense(license, { ...change.license, ...counted }),
      updateActivation(device, change.device),
      ...auditWrites(environment, call, change.audit),
    ]);
    return { ok: true };
  });
}

function usedUp(limit: number | null, days: number, possibleAt: Date): Refusal {
  const when = `${possibleAt.toISOString().slice(0, 16).replace('T', ' at ')} UTC`;
  return refuse(
    'SELF_SERVICE_LIMIT',
    `Within ${days} ${days === 1 ? 'day' : 'days'} you may deactivate ${limit} on this license. The next one is possible on ${when}; until then, ask the seller.`,
  );
}

function noSuchDevice(): Refusal {
  return refuse('NOT_FOUND', 'There is no such device.');
}
