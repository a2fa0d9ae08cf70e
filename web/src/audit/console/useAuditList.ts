import type { AuditEvent } from '@latchkey/domain/audit/event';
import { useList, type List } from '../../lists/useList.ts';
import { useListTotal } from '../../lists/useListTotal.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useDisplayPreferences } from '../../ui/display.ts';
import { auditCounted, auditQuery, readEvent } from '../auditQuery.ts';
import { auditFilterOf, auditUrlOf, type AuditFilter } from './auditFilter.ts';

/** Every event of the environment, newest first. */
export function useAuditList(): List<AuditEvent, AuditFilter> {
  const environment = useEnvironment();
  const { timeZone } = useDisplayPreferences();
  return useList<AuditEvent, AuditFilter>({
    noun: { one: 'event', many: 'events' },
    filterOf: auditFilterOf,
    urlOf: auditUrlOf,
    query: (filter) => auditQuery(environment.current, filter, timeZone.value),
    read: readEvent,
    total: (filter) =>
      useListTotal(() => {
        const wanted = filter();
        return wanted && auditCounted(environment.current, wanted, timeZone.value);
      }),
  });
}
