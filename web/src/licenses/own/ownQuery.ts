import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription } from '../../firebase/description.ts';
import { licensesPath } from '../readLicense.ts';

/** The rules let a customer list so many at most. */
export const OWN_LIMIT = 100;

/** A customer's own licenses of one environment, the newest first. */
export function ownLicensesQuery(environment: Environment, customerId: string): QueryDescription {
  return {
    collection: licensesPath(environment),
    where: [['customerId', '==', customerId]],
    orderBy: [['createdAt', 'desc']],
    limit: OWN_LIMIT,
  };
}
