import type { License } from '@latchkey/domain/license/license';
import { usePagesOfEnvironments } from '../../firebase/usePagesOfEnvironments.ts';
import { useSession } from '../../session/session.ts';
import { readLicense } from '../readLicense.ts';
import { afterLicense, ownLicensesQuery } from './ownQuery.ts';

/** The licenses of the customer who is signed in, live: production first, the newest first, a page at a time. */
export function useOwnLicenses() {
  const session = useSession();
  const { rows, ...rest } = usePagesOfEnvironments<License>(
    (environment) => (session.customerId === null ? null : ownLicensesQuery(environment, session.customerId)),
    readLicense,
    afterLicense,
  );
  return { ...rest, rows, licenses: rows };
}
