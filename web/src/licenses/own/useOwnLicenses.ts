import { computed } from 'vue';
import type { License } from '@latchkey/domain/license/license';
import { useOfEnvironments } from '../../firebase/useOfEnvironments.ts';
import { useSession } from '../../session/session.ts';
import { readLicense } from '../readLicense.ts';
import { ownLicensesQuery } from './ownQuery.ts';

/** All licenses of the customer who is signed in, live: production first, the newest first. */
export function useOwnLicenses() {
  const session = useSession();
  const all = useOfEnvironments<License>(
    (environment) => (session.customerId === null ? null : ownLicensesQuery(environment, session.customerId)),
    readLicense,
  );
  return { ...all, licenses: computed(() => all.rows.value) };
}
