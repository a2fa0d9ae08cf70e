import { containsText } from '@latchkey/domain/search/tokens';
import type { WebhookDelivery } from '@latchkey/domain/webhook/delivery';
import type { WebhookEndpoint } from '@latchkey/domain/webhook/endpoint';
import { useList, type List } from '../lists/useList.ts';
import { useEnvironment } from '../session/environment.ts';
import type { DeliveryFilter, EndpointFilter } from './webhookQuery.ts';
import {
  deliveriesQuery,
  deliveryFilterOf,
  deliveryUrlOf,
  endpointFilterOf,
  endpointSearchQuery,
  endpointsQuery,
  endpointUrlOf,
  readDelivery,
  readEndpoint,
} from './webhookQuery.ts';

/** The endpoints of the environment. */
export function useEndpointList(): List<WebhookEndpoint, EndpointFilter> {
  const environment = useEnvironment();
  return useList<WebhookEndpoint, EndpointFilter>({
    noun: { one: 'endpoint', many: 'endpoints' },
    filterOf: endpointFilterOf,
    urlOf: endpointUrlOf,
    query: (filter) => endpointsQuery(environment.current, filter),
    read: (id, data) => readEndpoint(environment.current)(id, data),
    search: {
      query: (filter) => endpointSearchQuery(environment.current, filter),
      matches: ({ name, url, description }, { search }) => containsText([name, url, description], search),
    },
  });
}

/** What was delivered in the environment, or is to be. */
export function useDeliveryList(): List<WebhookDelivery, DeliveryFilter> {
  const environment = useEnvironment();
  return useList<WebhookDelivery, DeliveryFilter>({
    noun: { one: 'delivery', many: 'deliveries' },
    filterOf: deliveryFilterOf,
    urlOf: deliveryUrlOf,
    query: (filter) => deliveriesQuery(environment.current, filter),
    read: (id, data) => readDelivery(environment.current)(id, data),
  });
}
