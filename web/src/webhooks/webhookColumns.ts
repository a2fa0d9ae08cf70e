import type { WebhookDelivery } from '@latchkey/domain/webhook/delivery';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import type { ExportColumn } from '../lists/export/exportFormat.ts';
import type { Column } from '../ui/listTable.ts';
import { answerWords, eventsWords } from './webhookLook.ts';

export const ENDPOINT_COLUMNS: readonly Column<WebhookEndpoint>[] = [
  { key: 'name', title: 'Endpoint', text: ({ name }) => name },
  { key: 'url', title: 'Address', text: ({ url }) => url },
  { key: 'events', title: 'Events', width: '160px', text: eventsWords },
  { key: 'status', title: 'Status', width: '130px' },
  { key: 'created', title: 'Created', width: '120px' },
];

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What an export says of an endpoint; its secrets are nowhere in it. */
export const ENDPOINT_EXPORT: readonly ExportColumn<WebhookEndpoint>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'name', value: ({ name }) => name },
  { title: 'environment', value: ({ environment }) => environment },
  { title: 'url', value: ({ url }) => url },
  { title: 'events', value: ({ events }) => events?.join(' ') ?? 'all' },
  { title: 'status', value: ({ status }) => status },
  { title: 'disabledWhy', value: ({ disabledWhy }) => disabledWhy },
  { title: 'failingSince', value: ({ failingSince }) => iso(failingSince) },
  { title: 'createdAt', value: ({ createdAt }) => iso(createdAt) },
];

export const DELIVERY_COLUMNS: readonly Column<WebhookDelivery>[] = [
  { key: 'event', title: 'Event', text: ({ event }) => event },
  { key: 'endpoint', title: 'Endpoint', text: ({ endpointName }) => endpointName },
  { key: 'about', title: 'About', width: '130px' },
  { key: 'status', title: 'State', width: '130px' },
  { key: 'answer', title: 'Answer', width: '110px', text: answerWords },
  { key: 'tries', title: 'Attempts', width: '100px', numeric: true, text: ({ tries }) => String(tries) },
  { key: 'when', title: 'Queued', width: '140px' },
];

export const DELIVERY_EXPORT: readonly ExportColumn<WebhookDelivery>[] = [
  { title: 'id', value: ({ id }) => id },
  { title: 'webhookId', value: ({ eventId }) => eventId },
  { title: 'event', value: ({ event }) => event },
  { title: 'endpointId', value: ({ endpointId }) => endpointId },
  { title: 'endpointName', value: ({ endpointName }) => endpointName },
  { title: 'licenseId', value: ({ licenseId }) => licenseId },
  { title: 'keyHint', value: ({ keyHint }) => keyHint },
  { title: 'eventAt', value: ({ eventAt }) => iso(eventAt) },
  { title: 'state', value: ({ status }) => status },
  { title: 'attempts', value: ({ tries }) => tries },
  { title: 'lastStatus', value: ({ lastStatus }) => lastStatus },
  { title: 'problem', value: ({ problem }) => problem },
  { title: 'deliveredAt', value: ({ deliveredAt }) => iso(deliveredAt) },
];
