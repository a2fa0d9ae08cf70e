import type { Activation, ActivationStatus } from '@latchkey/domain/activation/activation';
import type { Identifier } from '@latchkey/domain/activation/identifier';
import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription, RawDoc } from '../../firebase/description.ts';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import { usePagesOfEnvironments } from '../../firebase/usePagesOfEnvironments.ts';
import { useSession } from '../../session/session.ts';
import { activationsPath, readActivation } from '../readActivation.ts';

/** The rules let a customer list so many at most; more of them are further pages. */
const LIMIT = 100;

/** A customer's own devices of one environment, the newest first. */
export function ownDevicesQuery(environment: Environment, customerId: string): QueryDescription {
  return {
    collection: activationsPath(environment),
    where: [['customerId', '==', customerId]],
    orderBy: [
      ['activatedAt', 'desc'],
      ['__name__', 'desc'],
    ],
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

/** One device of a license by what it calls itself; there is one at most. */
export function ownDeviceQuery(
  environment: Environment,
  customerId: string,
  licenseId: string,
  { type, value }: Identifier,
): QueryDescription {
  return {
    collection: activationsPath(environment),
    where: [
      ['customerId', '==', customerId],
      ['licenseId', '==', licenseId],
      ['identifierType', '==', type],
      ['identifier', '==', value],
    ],
    limit: 1,
  };
}

function afterDevice({ id, data }: RawDoc): readonly unknown[] {
  return [data['activatedAt'], id];
}

/** The devices of the customer who is signed in, live, a page at a time. */
export function useOwnDevices() {
  const session = useSession();
  return usePagesOfEnvironments<Activation>(
    (environment) => (session.customerId === null ? null : ownDevicesQuery(environment, session.customerId)),
    readActivation,
    afterDevice,
  );
}

interface Place {
  readonly environment: Environment;
  readonly id: string;
}

/** The devices of one of their licenses, live, a page at a time. */
export function useOwnLicenseDevices(license: () => Place) {
  const session = useSession();
  return usePagesOfEnvironments<Activation>(
    (environment) => {
      const place = license();
      if (session.customerId === null || place.environment !== environment) return null;
      return ownLicenseDevicesQuery(environment, session.customerId, place.id);
    },
    readActivation,
    afterDevice,
  );
}

/** The device of a license with this identifier, live; null asks nothing. */
export function useOwnDevice(license: () => Place, identifier: () => Identifier | null) {
  const session = useSession();
  return useLiveQuery<Activation>(
    () => {
      const { environment, id } = license();
      const asked = identifier();
      return session.customerId === null || asked === null
        ? null
        : ownDeviceQuery(environment, session.customerId, id, asked);
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
