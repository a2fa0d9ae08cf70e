import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription } from '../firebase/description.ts';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { useEnvironment } from '../session/environment.ts';
import { HISTORY_LIMIT, readEvent } from './auditQuery.ts';

/** What happened to a customer and to the licenses while they were theirs, newest first. */
export function customerHistoryQuery(environment: Environment, customerId: string): QueryDescription {
  return {
    collection: `environments/${environment}/audit`,
    where: [['customerId', '==', customerId]],
    orderBy: [['at', 'desc']],
    limit: HISTORY_LIMIT,
  };
}

/** The same in the current environment, live. */
export function useCustomerHistory(customerId: () => string) {
  const environment = useEnvironment();
  return useLiveQuery<AuditEvent>(() => customerHistoryQuery(environment.current, customerId()), readEvent);
}
