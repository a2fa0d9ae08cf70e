import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import { STATE_ACTIONS } from '@latchkey/domain/license/stateHistory';
import type { QueryDescription } from '../firebase/description.ts';

export const HISTORY_PAGE = 30;
/** A license seldom changes its state more often. */
export const STATES_LIMIT = 100;

/** What happened to one license, newest first, a page and one event more that tells of another page. */
export function licenseHistoryQuery(
  environment: Environment,
  licenseId: string,
  after: Pick<AuditEvent, 'at' | 'id'> | null,
): QueryDescription {
  return {
    collection: `environments/${environment}/audit`,
    where: [['licenseId', '==', licenseId]],
    orderBy: [
      ['at', 'desc'],
      ['__name__', 'desc'],
    ],
    limit: HISTORY_PAGE + 1,
    ...(after !== null && { startAfter: [after.at, after.id] }),
  };
}

/** The events that moved one license from state to state, newest first; devices' comings and goings aside. */
export function licenseStatesQuery(environment: Environment, licenseId: string): QueryDescription {
  return {
    collection: `environments/${environment}/audit`,
    where: [
      ['licenseId', '==', licenseId],
      ['action', 'in', STATE_ACTIONS],
    ],
    orderBy: [['at', 'desc']],
    limit: STATES_LIMIT,
  };
}
