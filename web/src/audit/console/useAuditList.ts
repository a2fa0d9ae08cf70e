import { computed, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { useCount } from '../../firebase/useCount.ts';
import { useLiveQuery } from '../../firebase/useLiveQuery.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useDisplayPreferences } from '../../ui/display.ts';
import {
  AUDIT_COUNT,
  AUDIT_PAGE,
  auditCountQuery,
  auditPageQuery,
  readEvent,
  type AuditCursor,
} from '../auditQuery.ts';
import { auditFilterOf, auditUrlOf, type AuditFilter } from './auditFilter.ts';

/**
 * Every event of the environment, newest first, page by page; the filter lives in the address. Events never
 * change, so the way back is the list of places where the pages before began.
 */
export function useAuditList() {
  const route = useRoute();
  const router = useRouter();
  const environment = useEnvironment();
  const { timeZone } = useDisplayPreferences();
  const filter = computed<AuditFilter>(() => auditFilterOf(route.query));
  const before = shallowRef<readonly AuditCursor[]>([]);
  watch([() => JSON.stringify(filter.value), () => environment.current], () => (before.value = []));

  const page = useLiveQuery<AuditEvent>(
    () => auditPageQuery(environment.current, filter.value, timeZone.value, before.value.at(-1) ?? null),
    readEvent,
  );
  const total = useCount(() => auditCountQuery(environment.current, filter.value, timeZone.value));
  const rows = computed(() => page.data.value.slice(0, AUDIT_PAGE));
  // Counts are not live: what came to this page asks for a new one.
  watch(
    () => page.data.value[0]?.id,
    () => total.refresh(),
  );

  function next(): void {
    const last = rows.value.at(-1);
    if (last !== undefined) before.value = [...before.value, [last.at, last.id]];
  }

  const countText = computed(() => {
    const from = before.value.length * AUDIT_PAGE + 1;
    const range = `${from}–${from + rows.value.length - 1}`;
    const count = total.count.value;
    if (count === null) return range;
    if (count >= AUDIT_COUNT) return `${range} of more than ${AUDIT_COUNT - 1} events`;
    return `${range} of ${count} ${count === 1 ? 'event' : 'events'}`;
  });

  return {
    page,
    rows,
    filter,
    countText,
    hasNext: computed(() => page.data.value.length > AUDIT_PAGE),
    hasPrevious: computed(() => before.value.length > 0),
    next,
    previous: () => (before.value = before.value.slice(0, -1)),
    change: (part: Partial<AuditFilter>) =>
      void router.push({ query: auditUrlOf({ ...filter.value, ...part }) }),
  };
}
