import {
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiCloseOctagonOutline,
  mdiPauseCircleOutline,
  mdiProgressClock,
} from '@mdi/js';
import type { WebhookDelivery } from '@latchkey/domain/webhook/delivery';
import type { DisabledWhy, WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';

type Standing = Pick<WebhookEndpoint, 'status' | 'disabledWhy' | 'failingSince'>;

/** How an endpoint stands: at work, in trouble, or switched off by somebody or something. */
export function endpointLook({ status, disabledWhy, failingSince }: Standing) {
  if (status === 'disabled') {
    return disabledWhy === 'by-hand'
      ? ({ label: 'Disabled', tone: 'grey', icon: mdiPauseCircleOutline, outlined: true } as const)
      : ({ label: 'Disabled', tone: 'red', icon: mdiCloseOctagonOutline, outlined: false } as const);
  }
  if (failingSince !== null) {
    return { label: 'Failing', tone: 'amber', icon: mdiAlertOutline, outlined: false } as const;
  }
  return { label: 'Enabled', tone: 'green', icon: mdiCheckCircleOutline, outlined: false } as const;
}

export const DISABLED_WORDS: Readonly<Record<DisabledWhy, string>> = {
  'by-hand': 'Somebody disabled it.',
  gone: 'The receiver answered that it is gone (410).',
  failing: 'Nothing could be delivered to it for as long as a message is tried.',
};

/** How a delivery stands. */
export function deliveryLook({ status, attempts }: Pick<WebhookDelivery, 'status' | 'attempts'>) {
  switch (status) {
    case 'delivered':
      return { label: 'Delivered', tone: 'green', icon: mdiCheckCircleOutline, outlined: false } as const;
    case 'failed':
      return { label: 'Given up', tone: 'red', icon: mdiCloseOctagonOutline, outlined: false } as const;
    case 'pending':
      return attempts === 0
        ? ({ label: 'Waiting', tone: 'blue', icon: mdiProgressClock, outlined: true } as const)
        : ({ label: 'Retrying', tone: 'amber', icon: mdiProgressClock, outlined: true } as const);
  }
}

/** "All events", "license.created", "3 events". */
export function eventsWords({ events }: Pick<WebhookEndpoint, 'events'>): string {
  if (events === null) return 'All events';
  return events.length === 1 ? (events[0] ?? '') : `${events.length} events`;
}

/** The last answer in a word: "200", "no answer". */
export function answerWords({ lastStatus, tries }: Pick<WebhookDelivery, 'lastStatus' | 'tries'>): string {
  if (tries === 0) return 'not sent yet';
  return lastStatus === null ? 'no answer' : String(lastStatus);
}
