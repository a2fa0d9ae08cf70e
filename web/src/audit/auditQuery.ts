import { AUDIT_ACTIONS, type AuditEvent } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import type { RawDoc, Where } from '../firebase/description.ts';
import type { ListQuery, SearchQuery } from '../lists/listPlan.ts';
import { endOfDay } from '../ui/zonedDate.ts';
import { actionsOf, type AuditFilter, type AuditNarrowing } from './console/auditFilter.ts';

export const HISTORY_LIMIT = 100;

/** The events of an environment, newest first. */
export function auditQuery(environment: Environment, filter: AuditFilter, timeZone: string): ListQuery {
  return {
    collection: `environments/${environment}/audit`,
    where: [...equality(filter.narrowing), ...range(filter, timeZone)],
    orderBy: [
      ['at', 'desc'],
      ['__name__', 'desc'],
    ],
  };
}

/**
 * What can be counted. Counts have no order, so that a value and days together would need indexes of their own:
 * those are not counted (null).
 */
export function auditCounted(
  environment: Environment,
  filter: AuditFilter,
  timeZone: string,
): SearchQuery | null {
  const query = auditQuery(environment, filter, timeZone);
  return filter.narrowing !== null && query.where.length > 1 ? null : query;
}

function equality(narrowing: AuditNarrowing | null): Where[] {
  if (narrowing === null) return [];
  switch (narrowing.by) {
    case 'action':
      return [['action', '==', narrowing.value]];
    case 'who':
      return [['actor.kind', '==', narrowing.value]];
    case 'license':
      return [['licenseId', '==', narrowing.value]];
    case 'thing':
      return [['action', 'in', actionsOf(narrowing.value)]];
    case 'person':
      return [['actor.uid', '==', narrowing.value]];
    case 'customer':
      return [['customerId', '==', narrowing.value]];
    case 'about':
      return [['about', '==', narrowing.value]];
    case 'key':
      return [['keyHint', 'in', spellings(narrowing.value)]];
  }
}

/** Hints are kept as keys are written; people type them in small letters too. */
function spellings(hint: string): string[] {
  return [...new Set([hint, hint.toUpperCase(), hint.toLowerCase()])];
}

/** Whole days of the person's zone. */
function range({ from, to }: AuditFilter, timeZone: string): Where[] {
  const begin = from === null ? null : afterDay(dayBefore(from), timeZone);
  const end = to === null ? null : afterDay(to, timeZone);
  return [
    ...(begin === null ? [] : ([['at', '>=', begin]] as const)),
    ...(end === null ? [] : ([['at', '<', end]] as const)),
  ];
}

function afterDay(day: string, timeZone: string): Date | null {
  const last = endOfDay(day, timeZone);
  return last === null ? null : new Date(last.getTime() + 1000);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

export function readEvent(id: string, data: RawDoc['data']): AuditEvent {
  return { ...data, id } as unknown as AuditEvent;
}

/** Newest first; what happened in the same moment in the order of a life. */
export function newestFirst(events: readonly AuditEvent[]): AuditEvent[] {
  const rank = (event: AuditEvent): number => AUDIT_ACTIONS.indexOf(event.action);
  return [...events].sort((a, b) => b.at.getTime() - a.at.getTime() || rank(b) - rank(a));
}
