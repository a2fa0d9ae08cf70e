import { computed, ref, shallowRef, watch } from 'vue';
import type { AuditEvent } from '@latchkey/domain/audit/event';
import { toProblem, type Problem } from '../firebase/errors.ts';
import { useLiveQuery } from '../firebase/useLiveQuery.ts';
import { usePageReader } from '../firebase/usePageReader.ts';
import { useEnvironment } from '../session/environment.ts';
import { newestFirst, readEvent } from './auditQuery.ts';
import { HISTORY_PAGE, licenseHistoryQuery, licenseStatesQuery } from './licenseQueries.ts';

/**
 * What happened to one license of the current environment: the newest page live, older ones when asked for.
 * Events never change, so what has been seen once stays true however the newest page moves on.
 */
export function useLicenseHistory(licenseId: () => string) {
  const environment = useEnvironment();
  const readPage = usePageReader();
  const place = computed(() => `${environment.current}/${licenseId()}`);
  const newest = useLiveQuery<AuditEvent>(
    () => licenseHistoryQuery(environment.current, licenseId(), null),
    readEvent,
  );
  const seen = shallowRef<ReadonlyMap<string, AuditEvent>>(new Map());
  /** null until a page beyond the newest was read. */
  const olderLeft = ref<boolean | null>(null);
  const reading = ref(false);
  const problem = shallowRef<Problem | null>(null);

  watch(place, () => {
    seen.value = new Map();
    olderLeft.value = null;
    problem.value = null;
  });
  // The one event beyond the page is kept back: it says that there is more, and comes with the next page.
  // What memory alone answers may have gaps (other lists remember single events of this license).
  watch([newest.data, newest.stale], ([rows, stale]) => {
    if (!stale && rows.length > 0) keep(rows.slice(0, HISTORY_PAGE));
  });

  function keep(events: readonly AuditEvent[]): void {
    seen.value = new Map([...seen.value, ...events.map((event) => [event.id, event] as const)]);
  }

  const events = computed(() =>
    newestFirst(seen.value.size > 0 ? [...seen.value.values()] : newest.data.value.slice(0, HISTORY_PAGE)),
  );
  const hasOlder = computed(() => olderLeft.value ?? newest.data.value.length > HISTORY_PAGE);

  async function older(): Promise<void> {
    const last = [...seen.value.values()].reduce<AuditEvent | null>(earlier, null);
    if (last === null || reading.value) return;
    const asked = place.value;
    reading.value = true;
    problem.value = null;
    try {
      const page = await readPage(licenseHistoryQuery(environment.current, licenseId(), last));
      if (asked !== place.value) return;
      keep(page.slice(0, HISTORY_PAGE).map(({ id, data }) => readEvent(id, data)));
      olderLeft.value = page.length > HISTORY_PAGE;
    } catch (cause) {
      if (asked === place.value) problem.value = toProblem(cause);
    } finally {
      reading.value = false;
    }
  }

  return { newest, events, hasOlder, older, reading, problem };
}

/** The earlier of two events as the query orders them: by time, then by id. */
function earlier(a: AuditEvent | null, b: AuditEvent): AuditEvent {
  if (a === null) return b;
  const distance = a.at.getTime() - b.at.getTime();
  return distance < 0 || (distance === 0 && a.id < b.id) ? a : b;
}

/** The events that moved one license of the current environment from state to state, live. */
export function useLicenseStates(licenseId: () => string) {
  const environment = useEnvironment();
  return useLiveQuery<AuditEvent>(() => licenseStatesQuery(environment.current, licenseId()), readEvent);
}
