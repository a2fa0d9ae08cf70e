import { ACTIVATION_STATUSES, type ActivationStatus } from '@latchkey/domain/activation/activation';
import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription } from '../../firebase/description.ts';
import type { ListQuery } from '../../lists/listPlan.ts';
import { oneOf, type UrlQuery } from '../../lists/listUrl.ts';
import { activationsPath } from '../readActivation.ts';

export const DEVICES_OF_LICENSE = 200;

export interface DeviceFilter {
  /** null = all. */
  readonly status: ActivationStatus | null;
}

export function deviceFilterOf(query: UrlQuery): DeviceFilter {
  return { status: oneOf(ACTIVATION_STATUSES, query.status) };
}

export function deviceUrlOf({ status }: DeviceFilter): Record<string, string> {
  return status === null ? {} : { status };
}

/** The devices of an environment, newest first. */
export function devicesQuery(environment: Environment, { status }: DeviceFilter): ListQuery {
  return {
    collection: activationsPath(environment),
    where: status === null ? [] : [['status', '==', status]],
    orderBy: [
      ['activatedAt', 'desc'],
      ['__name__', 'desc'],
    ],
  };
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
