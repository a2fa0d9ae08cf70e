import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import type { ListQuery } from '../../lists/listPlan.ts';
import { useList, type List } from '../../lists/useList.ts';
import { useEnvironment } from '../../session/environment.ts';
import { licensesPath, readLicense } from '../readLicense.ts';

/** A customer's licenses, newest first. */
export function customerLicensesQuery(environment: Environment, customerId: string): ListQuery {
  return {
    collection: licensesPath(environment),
    where: [['customerId', '==', customerId]],
    orderBy: [
      ['createdAt', 'desc'],
      ['__name__', 'desc'],
    ],
  };
}

/** The licenses of one customer in the current environment, page by page. */
export function useCustomerLicenses(customerId: () => string): List<License, object> {
  const environment = useEnvironment();
  return useList<License, object>({
    noun: { one: 'license', many: 'licenses' },
    filterOf: () => ({}),
    urlOf: () => ({}),
    query: () => customerLicensesQuery(environment.current, customerId()),
    read: (id, data) => readLicense(environment.current)(id, data),
  });
}
