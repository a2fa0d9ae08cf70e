import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { JsonValue } from '@latchkey/domain/json';
import type { ExportColumn } from '../../lists/export/exportFormat.ts';
import { actorWords } from '../auditWords.ts';

/** What an export says of an event, in this order. Times are ISO 8601 in UTC; never more of a key than its hint. */
export const AUDIT_COLUMNS: readonly ExportColumn<AuditEvent>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'at', value: ({ at }) => at.toISOString() },
  { title: 'action', value: ({ action }) => action },
  { title: 'actor', value: ({ actor }) => plain(actor), cell: ({ actor }) => actorWords(actor) },
  { title: 'actorKind', value: ({ actor }) => actor.kind },
  { title: 'licenseId', value: ({ licenseId }) => licenseId },
  { title: 'keyHint', value: ({ keyHint }) => keyHint },
  { title: 'activationId', value: ({ activationId }) => activationId },
  { title: 'customerId', value: ({ customerId }) => customerId },
  { title: 'productId', value: ({ productId }) => productId },
  { title: 'about', value: ({ about }) => about },
  { title: 'from', value: ({ from }) => from },
  { title: 'to', value: ({ to }) => to },
  { title: 'reason', value: ({ reason }) => reason },
  { title: 'note', value: ({ note }) => note },
  { title: 'changes', value: ({ changes }) => plain(changes) },
  { title: 'requestId', value: ({ requestId }) => requestId },
  // The chain: empty until the event is linked.
  { title: 'number', value: ({ link }) => link?.number ?? null },
  { title: 'previousHash', value: ({ link }) => link?.previous ?? null },
  { title: 'hash', value: ({ link }) => link?.hash ?? null },
];

export const AUDIT_EXPORT_WARNING =
  'The file names people of the console and holds internal notes. Keep it as carefully as the console itself.';

/** As JSON would keep it: times within it become text. */
function plain(value: object): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}
