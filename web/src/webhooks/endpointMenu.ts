import { mdiDeleteOutline, mdiPauseCircleOutline, mdiPlayCircleOutline } from '@mdi/js';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';

export type EndpointChoice = 'enable' | 'disable' | 'delete';

/** What changes whether anything is sent; of enabling and disabling the one that the state waits for. */
export function endpointMenu({ status }: Pick<WebhookEndpoint, 'status'>, closed: string | null) {
  const standing =
    status === 'enabled'
      ? ({
          key: 'disable',
          label: 'Disable',
          icon: mdiPauseCircleOutline,
          danger: true,
          text: 'Nothing is sent until somebody enables it. What is missed can be replayed.',
        } as const)
      : ({
          key: 'enable',
          label: 'Enable',
          icon: mdiPlayCircleOutline,
          danger: false,
          text: 'Events from now on are sent. Replay what it has missed afterwards.',
        } as const);
  const removal = {
    key: 'delete',
    label: 'Delete',
    icon: mdiDeleteOutline,
    danger: true,
    text: 'Removes the endpoint and its secret. What was delivered stays in the log.',
  } as const;
  return [standing, removal].map((item) => ({ ...item, closed }));
}
