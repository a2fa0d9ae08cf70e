import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription } from '../../firebase/description.ts';

/** How many licenses or devices are the customer's, up to 500. */
export function ownedCountQuery(
  environment: Environment,
  what: 'licenses' | 'activations',
  customerId: string,
): QueryDescription {
  return {
    collection: `environments/${environment}/${what}`,
    where: [['customerId', '==', customerId]],
    limit: 500,
  };
}
