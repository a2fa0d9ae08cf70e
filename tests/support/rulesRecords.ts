import { PEOPLE } from './rulesPeople.ts';
import type { Fields } from './rulesValues.ts';

/** Collections under environments/{env} that somebody may read, and who besides the console. */
export const READABLE: ReadonlyMap<string, 'console' | 'customers'> = new Map([
  ['licenses', 'customers'],
  ['licenses/private', 'console'],
  ['activations', 'customers'],
  ['products', 'console'],
  ['generators', 'console'],
  ['customers', 'console'],
  ['contracts', 'console'],
  ['downloads', 'console'],
  ['jobs', 'console'],
  ['webhooks', 'console'],
  ['deliveries', 'console'],
  ['audit', 'console'],
  ['settings', 'console'],
  ['stats', 'console'],
]);

/** Collections under environments/{env} that nobody reads; the last one is not in the rules at all. */
export const CLOSED: readonly string[] = ['licenseKeys', 'outbox', 'apiKeys', 'secrets', 'surprises'];

/** The three environments, and one that does not exist. */
export const ENVIRONMENTS_TRIED = ['production', 'staging', 'development', 'sandbox'] as const;

/** Whose a license or a device is. One without a customer belongs to nobody. */
export interface Tenant {
  readonly of: 'a' | 'b' | 'nobody';
  readonly id: string;
  readonly customerId: string | null;
}

export const TENANTS: readonly Tenant[] = [
  { of: 'a', id: 'of-a', customerId: 'customer-a' },
  { of: 'b', id: 'of-b', customerId: 'customer-b' },
  { of: 'nobody', id: 'of-nobody', customerId: null },
];

/** All documents the matrix reads. They exist wherever a rule could look, so that only the rules say no. */
export function worldDocuments(): Map<string, Fields> {
  const documents = new Map<string, Fields>([
    ['elsewhere/production', { name: 'x' }],
    ...ENVIRONMENTS_TRIED.map((env) => [`environments/${env}`, { name: env }] as const),
  ]);
  for (const { uid, record } of PEOPLE) if (record) documents.set(`users/${uid}`, record);
  for (const env of ENVIRONMENTS_TRIED) {
    for (const area of [...READABLE.keys(), ...CLOSED]) {
      const collection = `environments/${env}/${area.replace('/', '/of-a/')}`;
      if (READABLE.get(area) === 'customers') {
        for (const { id, customerId } of TENANTS) documents.set(`${collection}/${id}`, { customerId });
      } else {
        documents.set(`${collection}/record`, { name: area });
      }
    }
  }
  return documents;
}
