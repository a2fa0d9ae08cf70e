import type { Activation, ActivationStatus } from '@latchkey/domain/activation/activation';
import type { Environment } from '@latchkey/domain/environment';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import { useOfEnvironments } from '../../firebase/useOfEnvironments.ts';
import type { QueryDescription } from '../../firebase/description.ts';
import { useSession } from '../../session/session.ts';
import { activationsPath, readActivation } from '../readActivation.ts';

const LIMIT = 100;

/** A customer's own devices of one environment, the newest first. */
export function ownDevicesQuery(environment: Environment, customerId: string): QueryDescription {
  return {
    collection: activationsPath(environment),
    where: [['customerId', '==', customerId]],
    orderBy: [['activatedAt', 'desc']],
    limit: LIMIT,
  };
}

/** Those of one license; the rules want the customer named as well. */
export function ownLicenseDevicesQuery(
  environment: Environment,
  customerId: string,
  licenseId: string,
): QueryDescription {
  const own = ownDevicesQuery(environment, customerId);
  return { ...own, where: [...(own.where ?? []), ['licenseId', '==', licenseId]] };
}

/** All devices of the customer who is signed in, live. */
export function useOwnDevices() {
  const session = useSession();
  return useOfEnvironments<Activation>(
    (environment) => (session.customerId === null ? null : ownDevicesQuery(environment, session.customerId)),
    readActivation,
  );
}

/** The devices of one of their licenses, live. */
export function useOwnLicenseDevices(
  license: () => { readonly environment: Environment; readonly id: string },
) {
  const session = useSession();
  return useLiveQuery<Activation>(
    () => {
      const { environment, id } = license();
      return session.customerId === null ? null : ownLicenseDevicesQuery(environment, session.customerId, id);
    },
    (id, data) => readActivation(license().environment)(id, data),
  );
}

export interface DeviceFilter {
  readonly search: string;
  readonly status: ActivationStatus | null;
}

export function filterDevices(
  devices: readonly Activation[],
  { search, status }: DeviceFilter,
): Activation[] {
  const text = search.trim().toLowerCase();
  return devices.filter(
    (device) =>
      (status === null || device.status === status) &&
      [device.identifier, device.label ?? ''].some((field) => field.toLowerCase().includes(text)),
  );
}
