import { computed } from 'vue';
import type { Activation } from '@latchkey/domain/activation/activation';
import { isEnvironment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { ownLicenseDevicesQuery } from '../../activations/own/ownDevices.ts';
import { readActivation } from '../../activations/readActivation.ts';
import { useLiveDoc } from '../../firebase/useLiveDoc.ts';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import { useSession } from '../../session/session.ts';
import { licensesPath, readLicense } from '../readLicense.ts';

/** One license of the customer who is signed in, and its devices, live. */
export function useOwnLicense(address: () => { readonly env: string; readonly id: string }) {
  const session = useSession();
  const environment = computed(() => {
    const { env } = address();
    return isEnvironment(env) ? env : 'production';
  });
  const license = useLiveDoc<License>(
    () => `${licensesPath(environment.value)}/${address().id}`,
    (id, data) => readLicense(environment.value)(id, data),
  );
  const devices = useLiveQuery<Activation>(
    () =>
      session.customerId === null
        ? null
        : ownLicenseDevicesQuery(environment.value, session.customerId, address().id),
    (id, data) => readActivation(environment.value)(id, data),
  );
  return { license, devices };
}
