import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription } from '../firebase/description.ts';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { HISTORY_LIMIT, readEvent } from './auditQuery.ts';

/** What happened to one record that is no license, newest first: "person/…", "contract/…". */
export function aboutQuery(environment: Environment, about: string): QueryDescription {
  return {
    collection: `environments/${environment}/audit`,
    where: [['about', '==', about]],
    orderBy: [['at', 'desc']],
    limit: HISTORY_LIMIT,
  };
}

/** The same, live. People belong to no environment; theirs is kept with production's. */
export function useHistoryAbout(environment: () => Environment, about: () => string) {
  return useLiveQuery<AuditEvent>(() => aboutQuery(environment(), about()), readEvent);
}
