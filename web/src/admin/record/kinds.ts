import {
  mdiAccountOffOutline,
  mdiAccountRemoveOutline,
  mdiDatabaseImportOutline,
  mdiFileSign,
  mdiKeyRemove,
  mdiPackageVariantRemove,
  mdiProgressQuestion,
  mdiShieldSearch,
  mdiTrayRemove,
  mdiWebhook,
} from '@mdi/js';

/** What the pages of a kind of record say of it. */
export interface RecordKind {
  /** "product" */
  readonly one: string;
  /** "products"; also their collection below an environment, where that has no other name. */
  readonly many: string;
  readonly storedAs?: string;
  /** The title of their list: "Products". */
  readonly list: string;
  /** Where their list is; a record's page is below it. */
  readonly path: string;
  /** Stands where one of them is missing: a path of @mdi/js. */
  readonly icon: string;
  /** Why one may be missing, where the usual words do not do. */
  readonly missing?: string;
  /** They belong to no environment, and there is no other place to look for one. */
  readonly everywhere?: true;
}

export const PRODUCT: RecordKind = {
  one: 'product',
  many: 'products',
  list: 'Products',
  path: '/admin/products',
  icon: mdiPackageVariantRemove,
};
export const GENERATOR: RecordKind = {
  one: 'generator',
  many: 'generators',
  list: 'Generators',
  path: '/admin/generators',
  icon: mdiKeyRemove,
};
export const LICENSE: RecordKind = {
  one: 'license',
  many: 'licenses',
  list: 'License keys',
  path: '/admin/licenses',
  icon: mdiKeyRemove,
};
export const CUSTOMER: RecordKind = {
  one: 'customer',
  many: 'customers',
  list: 'Customers',
  path: '/admin/customers',
  icon: mdiAccountRemoveOutline,
  missing: 'They may have been deleted, or they are known in another environment only.',
};
export const CONTRACT: RecordKind = {
  one: 'contract',
  many: 'contracts',
  list: 'Contracts',
  path: '/admin/contracts',
  icon: mdiFileSign,
};
export const DOWNLOAD: RecordKind = {
  one: 'release',
  many: 'releases',
  storedAs: 'downloads',
  list: 'Downloads',
  path: '/admin/downloads',
  icon: mdiTrayRemove,
};
export const JOB: RecordKind = {
  one: 'job',
  many: 'jobs',
  list: 'Jobs',
  path: '/admin/jobs',
  icon: mdiProgressQuestion,
  missing: 'It belongs to another environment, or its address is wrong.',
};
/** A job that carries out a file; where it was started, files are chosen. */
export const IMPORT: RecordKind = {
  one: 'import',
  many: 'imports',
  storedAs: 'jobs',
  list: 'Bulk operations',
  path: '/admin/bulk',
  icon: mdiDatabaseImportOutline,
  missing: 'It belongs to another environment, or its address is wrong.',
};
export const ADMIN: RecordKind = {
  one: 'admin',
  many: 'admins',
  list: 'Admins',
  path: '/admin/admins',
  icon: mdiAccountOffOutline,
  missing: 'They may have been removed; the audit still tells what they did.',
  everywhere: true,
};
export const ABUSE_CASE: RecordKind = {
  one: 'case',
  many: 'abuse cases',
  storedAs: 'abuseCases',
  list: 'Abuse cases',
  path: '/admin/abuse',
  icon: mdiShieldSearch,
  missing: 'It belongs to another environment, or its address is wrong.',
};
export const ENDPOINT: RecordKind = {
  one: 'endpoint',
  many: 'endpoints',
  storedAs: 'webhooks',
  list: 'Webhooks',
  path: '/admin/webhooks',
  icon: mdiWebhook,
};
export const DELIVERY: RecordKind = {
  one: 'delivery',
  many: 'deliveries',
  list: 'Delivery log',
  path: '/admin/webhooks/deliveries',
  icon: mdiWebhook,
  missing: 'It is kept no longer, or it belongs to another environment.',
};
