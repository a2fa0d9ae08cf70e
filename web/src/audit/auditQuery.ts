import { AUDIT_ACTIONS, type AuditEvent } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription, RawDoc } from '../firebase/description.ts';

export const HISTORY_LIMIT = 100;

/** What happened to one license, newest first. */
export function licenseHistoryQuery(environment: Environment, licenseId: string): QueryDescription {
  return {
    collection: `environments/${environment}/audit`,
    where: [['licenseId', '==', licenseId]],
    orderBy: [['at', 'desc']],
    limit: HISTORY_LIMIT,
  };
}

export function readEvent(id: string, data: RawDoc['data']): AuditEvent {
  return { ...data, id } as unknown as AuditEvent;
}

/** Newest first; what happened in the same moment in the order of a life. */
export function newestFirst(events: readonly AuditEvent[]): AuditEvent[] {
  const rank = (event: AuditEvent): number => AUDIT_ACTIONS.indexOf(event.action);
  return [...events].sort((a, b) => b.at.getTime() - a.at.getTime() || rank(b) - rank(a));
}
