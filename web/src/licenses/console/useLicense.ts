import { computed } from 'vue';
import type { License, LicensePrivate } from '@latchkey/domain/license/license';
import { useLiveDoc } from '../../firebase/useLiveDoc.ts';
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
