import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  getFirestore,
  setLogLevel,
  terminate,
  type Firestore,
} from 'firebase/firestore';
import { emulatorAddress, tokenFor, type Project } from './rulesEmulator.ts';
import { collectionsFor } from './rulesRecords.ts';
import { VALID_AFTER } from './rulesPeople.ts';
import type { Fields } from './rulesValues.ts';

/** Names that begin alike, so that a range or a prefix could slip from one customer to the next. */
export const TENANT_IDS = ['tenant', 'tenant-a', 'tenant-b'] as const;
export type TenantId = (typeof TENANT_IDS)[number];

/** Records of each tenant in each collection and environment. */
export const RECORDS_EACH = 3;

/** A customer signed in with the same client library as the web app. */
export interface Client {
  readonly me: TenantId;
  readonly other: TenantId;
  readonly db: Firestore;
  close(): Promise<void>;
}

/** Licenses, devices and records of all three tenants, in two environments; some licenses of nobody. */
export function tenantDocuments(): Map<string, Fields> {
  const documents = new Map<string, Fields>();
  for (const id of TENANT_IDS) documents.set(`users/${id}`, recordOf(id));
  for (const env of ['production', 'staging']) {
    for (const collection of ['licenses', 'activations']) {
      for (const customerId of [...TENANT_IDS, null]) {
        for (let index = 0; index < RECORDS_EACH; index += 1) {
          const path = `environments/${env}/${collection}/${recordId(customerId, index)}`;
          documents.set(path, { customerId, status: 'active', createdAt: new Date(index) });
          documents.set(`${path}/private/admin`, { customerId, notes: 'internal' });
        }
      }
    }
  }
  for (const collection of CLOSED) {
    for (const customerId of TENANT_IDS) {
      for (let index = 0; index < RECORDS_EACH; index += 1) {
        const path = `environments/production/${placeOf(collection, customerId)}/${recordId(customerId, index)}`;
        documents.set(path, { customerId, status: 'active', createdAt: new Date(index) });
      }
    }
  }
  return documents;
}

/** Collections of which no customer reads anything, not even what carries their own customer id. */
export const CLOSED = collectionsFor('console', 'nobody');

/** Where a tenant's records of a collection lie; some collections lie below a record of another. */
export function placeOf(collection: string, tenant: TenantId): string {
  return collection.replace('/', `/${recordId(tenant, 0)}/`);
}

/** Id of one of a tenant's records. */
export function recordId(tenant: TenantId | null, index: number): string {
  return `${index}-of-${tenant ?? 'nobody'}`;
}

/** Signs a tenant in; `other` is the tenant whose documents it must not see. */
export function signIn(project: Project, me: TenantId): Client {
  setLogLevel('silent');
  const other = TENANT_IDS.find((id) => id !== me) ?? me;
  const app = initializeApp({ projectId: project.id, apiKey: 'none' }, `${project.id}-${me}`);
  const db = getFirestore(app);
  const { host, port } = emulatorAddress();
  connectFirestoreEmulator(db, host, port, { mockUserToken: tokenFor(me, VALID_AFTER, { customerId: me }) });
  const close = async (): Promise<void> => {
    await terminate(db);
    await deleteApp(app);
  };
  return { me, other, db, close };
}

function recordOf(customerId: TenantId): Fields {
  const claimsValidAfter = new Date(VALID_AFTER * 1000);
  return { customerId, role: null, environments: null, disabled: false, claimsValidAfter };
}
