import type { Customer } from '@latchkey/domain/customer/customer';
import type { Environment } from '@latchkey/domain/environment';
import type { RawDoc } from '../firebase/description.ts';

export function customersPath(environment: Environment): string {
  return `environments/${environment}/customers`;
}

/** Reads a customer; id and environment are the document's place. */
export function readCustomer(environment: Environment) {
  return (id: string, data: RawDoc['data']): Customer =>
    ({ ...data, id, environment }) as unknown as Customer;
}
