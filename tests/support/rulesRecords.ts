import type { EnvironmentCollection } from '@latchkey/functions/firestore/collections';
import { PEOPLE } from './rulesPeople.ts';
import type { Fields } from './rulesValues.ts';

type Reader = 'customers' | 'console' | 'nobody';

/**
 * Who reads a collection under environments/{env}: customers their own and the console all, only the console,
 * or nobody. A collection new to the server does not compile here until somebody has decided.
 */
const READERS: Readonly<
  Record<
    | EnvironmentCollection
    | 'licenses/private'
    | 'jobs/reports'
    | 'jobs/input'
    | 'deliveries/attempts'
    | 'surprises',
    Reader
  >
> = {
  licenses: 'customers',
  'licenses/private': 'console',
  activations: 'customers',
  products: 'console',
  generators: 'console',
  customers: 'console',
  contracts: 'console',
  downloads: 'console',
  jobs: 'console',
  'jobs/reports': 'console',
  'jobs/input': 'nobody',
  webhooks: 'console',
  deliveries: 'console',
  'deliveries/attempts': 'console',
  audit: 'console',
  chain: 'console',
  abuseCases: 'console',
  abuseSignals: 'console',
  settings: 'console',
  mails: 'console',
  stats: 'console',
  licenseKeys: 'nobody',
  outbox: 'nobody',
  apiKeys: 'nobody',
  secrets: 'nobody',
  // Not in the rules at all, like any collection somebody may add one day.
  surprises: 'nobody',
};

/** Names of the collections under environments/{env} with one of these readers. */
export function collectionsFor(...readers: readonly Reader[]): string[] {
  return Object.entries(READERS).flatMap(([name, reader]) => (readers.includes(reader) ? [name] : []));
}

/** Whether customers read their own documents there, so that each carries a customerId. */
export function isTenanted(collection: string): boolean {
  return collectionsFor('customers').includes(collection);
}

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
    for (const area of collectionsFor('customers', 'console', 'nobody')) {
      const collection = `environments/${env}/${area.replace('/', '/of-a/')}`;
      if (isTenanted(area)) {
        for (const { id, customerId } of TENANTS) documents.set(`${collection}/${id}`, { customerId });
      } else {
        documents.set(`${collection}/record`, { name: area });
        if (area === 'settings') documents.set(`${collection}/portal`, { name: area });
      }
    }
  }
  return documents;
}
