import { computed } from 'vue';
import type { Activation } from '@latchkey/domain/activation/activation';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { License, LicensePrivate } from '@latchkey/domain/license/license';
import { licenseDevicesQuery } from '../../activations/console/activationQuery.ts';
import { readActivation } from '../../activations/readActivation.ts';
import { licenseHistoryQuery, readEvent } from '../../audit/auditQuery.ts';
import { useLiveDoc } from '../../firebase/useLiveDoc.ts';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import { useEnvironment } from '../../session/environment.ts';
import { licensesPath, readLicense } from '../readLicense.ts';

/** One license of the current environment, live. */
export function useLicense(id: () => string) {
  const environment = useEnvironment();
  const path = computed(() => `${licensesPath(environment.current)}/${id()}`);
  const license = useLiveDoc<License>(
    () => path.value,
    (found, data) => readLicense(environment.current)(found, data),
  );
  const hidden = useLiveDoc<LicensePrivate>(
    () => `${path.value}/private/admin`,
    (_id, data) => data as unknown as LicensePrivate,
  );
  return { license, hidden, environment };
}

/** Its devices, live. */
export function useLicenseDevices(id: () => string) {
  const environment = useEnvironment();
  return useLiveQuery<Activation>(
    () => licenseDevicesQuery(environment.current, id()),
    (found, data) => readActivation(environment.current)(found, data),
  );
}

/** What happened to it, live. */
export function useLicenseHistory(id: () => string) {
  const environment = useEnvironment();
  return useLiveQuery<AuditEvent>(() => licenseHistoryQuery(environment.current, id()), readEvent);
}
