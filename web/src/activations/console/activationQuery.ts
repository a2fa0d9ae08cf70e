import type { ActivationStatus } from '@latchkey/domain/activation/activation';
import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription } from '../../firebase/description.ts';
import { activationsPath } from '../readActivation.ts';

export const DEVICE_PAGE = 50;
export const DEVICES_OF_LICENSE = 200;

export interface DeviceCursor {
  readonly side: 'after' | 'before';
  readonly values: readonly [activatedAt: Date, id: string];
}

/** One page of all devices of an environment, newest first, and one row more. */
export function devicePageQuery(
  environment: Environment,
  status: ActivationStatus | null,
  cursor: DeviceCursor | null,
): QueryDescription {
  return {
    collection: activationsPath(environment),
    where: status === null ? [] : [['status', '==', status]],
    orderBy: [
      ['activatedAt', 'desc'],
      ['__name__', 'desc'],
    ],
    limit: DEVICE_PAGE + 1,
    ...(cursor?.side === 'after' && { startAfter: cursor.values }),
    ...(cursor?.side === 'before' && { endBefore: cursor.values }),
  };
}

/** How many there are, up to 500. */
export function deviceCountQuery(
  environment: Environment,
  status: ActivationStatus | null,
): QueryDescription {
  const { collection, where } = devicePageQuery(environment, status, null);
  return { collection, ...(where && { where }), limit: 500 };
}

/** The devices of one license, the newest first. */
export function licenseDevicesQuery(environment: Environment, licenseId: string): QueryDescription {
  return {
    collection: activationsPath(environment),
    where: [['licenseId', '==', licenseId]],
    orderBy: [['activatedAt', 'desc']],
    limit: DEVICES_OF_LICENSE,
  };
}
