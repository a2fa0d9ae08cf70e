import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import { listOf } from '@latchkey/domain/wire/manage/common';
import { ListEvents, ManagedEvent } from '@latchkey/domain/wire/manage/others';
import type * as z from 'zod';
import type { Filter } from '../firestore/store.ts';
import type { RecordList } from '../operations/manage/listRecords.ts';
import { equals, pageReply, READ } from './records.ts';
import type { ManageRoute } from './route.ts';
import { route } from './route.ts';

type PlacedEvent = AuditEvent & { readonly environment: Environment };

function view(event: AuditEvent): ManagedEvent {
  const { id, action, actor, licenseId, activationId, keyHint, productId, customerId, about, requestId } =
    event;
  const { from, to, reason, note, changes } = event;
  return {
    id,
    at: event.at.toISOString(),
    action,
    actor: { ...actor },
    licenseId,
    activationId,
    keyHint,
    productId,
    customerId,
    about,
    from,
    to,
    reason,
    note,
    changes,
    requestId,
  };
}

type Filters = Omit<z.output<typeof ListEvents>, 'limit' | 'cursor'>;

/** The list by its filters; exported for the test that holds it against the indexes. */
export function eventList({ action, licenseId, customerId, about, since, until }: Filters): RecordList {
  const where: Filter[] = [
    ...equals({ action, licenseId, customerId, about }),
    ...(since === undefined ? [] : [['at', '>=', new Date(since)] as const]),
    ...(until === undefined ? [] : [['at', '<=', new Date(until)] as const]),
  ];
  return { collection: 'audit', by: 'at', where };
}

export const AUDIT_ROUTES: readonly ManageRoute[] = [
  route(
    {
      ...READ,
      path: '/audit',
      id: 'listAuditEvents',
      tag: 'audit',
      scope: 'everything',
      summary: 'List audit events',
      description: 'What happened, who did it and what changed, the latest first. Events are never changed.',
      query: ListEvents,
      answer: listOf(ManagedEvent),
    },
    (asked) => pageReply<PlacedEvent>(asked, eventList(asked.query), view),
  ),
];
