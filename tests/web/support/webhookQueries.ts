import { DELIVERY_STATUSES } from '@latchkey/domain/webhook/delivery';
import { ENDPOINT_STATUSES } from '@latchkey/domain/webhook/endpoint';
import type { QueryDescription } from '../../../web/src/firebase/description.ts';
import type { ListQuery } from '../../../web/src/lists/listPlan.ts';
import { countQuery, firstMatches, pageQuery } from '../../../web/src/lists/listQuery.ts';
import {
  attemptsQuery,
  deliveriesQuery,
  endpointSearchQuery,
  endpointsQuery,
  latestDeliveriesQuery,
} from '../../../web/src/webhooks/webhookQuery.ts';

const ENV = 'production';

/** Every filter of the lists of webhooks, turned both ways and counted, and what their pages ask besides. */
export function webhookLists(): QueryDescription[] {
  const endpoints = [null, ...ENDPOINT_STATUSES].map((status) => ({ search: '', status }));
  const deliveries = [null, 'e'].flatMap((endpoint) =>
    [null, 'license.created' as const].flatMap((event) =>
      [null, ...DELIVERY_STATUSES].map((status) => ({ endpoint, event, status })),
    ),
  );
  const lists = [
    ...endpoints.map((filter) => endpointsQuery(ENV, filter)),
    ...deliveries.map((filter) => deliveriesQuery(ENV, filter)),
  ];
  const searches = endpoints.flatMap((filter) => {
    const search = endpointSearchQuery(ENV, { ...filter, search: 'billing' });
    return search === null ? [] : [firstMatches(search)];
  });
  return [
    ...lists.flatMap(turnedAndCounted),
    ...searches,
    latestDeliveriesQuery(ENV, 'e'),
    attemptsQuery(ENV, 'd'),
  ];
}

function turnedAndCounted(list: ListQuery): QueryDescription[] {
  const sides = ['after', 'before'] as const;
  const pages = sides.map((side) => pageQuery(list, { side, values: [new Date(), 'x'] }, 25));
  return [pageQuery(list, null, 25), ...pages, countQuery(list)];
}
