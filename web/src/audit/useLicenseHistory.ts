import type { AuditEvent } from '@latchkey/domain/audit/event';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { useEnvironment } from '../session/environment.ts';
import { licenseHistoryQuery, readEvent } from './auditQuery.ts';

/** What happened to one license of the current environment, live. */
export function useLicenseHistory(licenseId: () => string) {
  const environment = useEnvironment();
  return useLiveQuery<AuditEvent>(() => licenseHistoryQuery(environment.current, licenseId()), readEvent);
}
