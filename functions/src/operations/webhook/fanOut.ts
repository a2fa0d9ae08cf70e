import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import { auditPath } from '../../firestore/collections.ts';
import { withRetry } from '../../firestore/optimistic.ts';
import type { Snapshot } from '../../firestore/store.ts';
import type { Call } from '../context.ts';
import { putDown } from './putDown.ts';
import { enabledEndpoints } from './records.ts';

/** Turns events into deliveries for whoever listens now. Doing it again puts down what is missing, if anything. */
export async function fanOut(
  call: Call,
  environment: Environment,
  eventIds: readonly string[],
): Promise<number> {
  return withRetry(`webhooks:${environment}`, async () => {
    const endpoints = await enabledEndpoints(call.store, environment);
    if (endpoints.length === 0) return 0;
    const found = await call.store.getAll<never>(eventIds.map((id) => auditPath(environment, id)));
    return putDown(call, environment, endpoints, toEvents(found));
  });
}

/** Audit events as they were read; one that is kept no longer is left out. */
export function toEvents(snapshots: readonly Snapshot<never>[]): AuditEvent[] {
  return snapshots.flatMap(({ id, data }) =>
    data === undefined ? [] : [{ ...(data as Omit<AuditEvent, 'id'>), id }],
  );
}
