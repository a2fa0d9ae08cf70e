import type { Environment } from '@latchkey/domain/environment';
import { UnavailableError } from '../firestore/store.ts';
import type { Call } from './context.ts';
import { removeDevice } from './removeDevice.ts';

/** Licenses that are worked on at the same time. */
const AT_ONCE = 8;

export interface RemovedDevice {
  readonly activationId: string;
  /** null = it was deactivated. */
  readonly code: string | null;
  readonly reason: string | null;
}

/**
 * Takes several devices off their licenses, each in a commit of its own: what one refuses keeps no other. The
 * devices of one license follow each other, because they share its counter.
 */
export async function removeDevices(
  call: Call,
  environment: Environment,
  activationIds: readonly string[],
): Promise<RemovedDevice[]> {
  const groups = Map.groupBy(new Set(activationIds), licenseOf);
  const queue = groups.values();
  const rows = new Map<string, RemovedDevice>();
  const worker = async (): Promise<void> => {
    for (const group of queue) for (const id of group) rows.set(id, await removed(call, environment, id));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return activationIds.flatMap((id) => rows.get(id) ?? []);
}

async function removed(call: Call, environment: Environment, activationId: string): Promise<RemovedDevice> {
  try {
    const outcome = await removeDevice(call, environment, activationId, null);
    if (outcome.ok) return { activationId, code: null, reason: null };
    return { activationId, code: outcome.code, reason: outcome.reason };
  } catch (error) {
    // Others are done already and have to be told of; this one may be tried again.
    if (!(error instanceof UnavailableError)) throw error;
    return { activationId, code: 'UNAVAILABLE', reason: 'The service was busy. Try this one again.' };
  }
}

/** A device's id begins with that of its license. */
function licenseOf(activationId: string): string {
  return activationId.slice(0, Math.max(0, activationId.indexOf('_')));
}
