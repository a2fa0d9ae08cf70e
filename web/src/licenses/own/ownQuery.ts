import type { Environment } from '@latchkey/domain/environment';
import type { QueryDescription, RawDoc } from '../../firebase/description.ts';
import { licensesPath } from '../readLicense.ts';

/** The rules let a customer list so many at most; more of them are further pages. */
export const OWN_LIMIT = 100;

/** A customer's own licenses of one environment, the newest first. */
export function ownLicensesQuery(environment: Environment, customerId: string): QueryDescription {
  return {
    collection: licensesPath(environment),
    where: [['customerId', '==', customerId]],
    orderBy: [
      ['createdAt', 'desc'],
      ['__name__', 'desc'],
    ],
    limit: OWN_LIMIT,
  };
}

/** Where the page after this license begins. */
export function afterLicense({ id, data }: RawDoc): readonly unknown[] {
  return [data['createdAt'], id];
}
