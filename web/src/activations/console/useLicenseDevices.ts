import type { Activation } from '@latchkey/domain/activation/activation';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import { useEnvironment } from '../../session/environment.ts';
import { readActivation } from '../readActivation.ts';
import { licenseDevicesQuery } from './activationQuery.ts';

/** The devices of one license of the current environment, live. */
export function useLicenseDevices(licenseId: () => string) {
  const environment = useEnvironment();
  return useLiveQuery<Activation>(
    () => licenseDevicesQuery(environment.current, licenseId()),
    (id, data) => readActivation(environment.current)(id, data),
  );
}
