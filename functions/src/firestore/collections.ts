import type { Environment } from '@latchkey/domain/environment';

/** The only collection names of the server. Everything of an environment lives below its document. */
export type EnvironmentCollection =
  | 'licenses'
  | 'licenseKeys'
  | 'activations'
  | 'products'
  | 'generators'
  | 'customers'
  | 'contracts'
  | 'downloads'
  | 'jobs'
  | 'webhooks'
  | 'deliveries'
  | 'audit'
  | 'chain'
  | 'abuseCases'
  | 'abuseSignals'
  | 'settings'
  | 'mails'
  | 'stats'
  | 'outbox'
  | 'apiKeys'
  | 'secrets';

export class InvalidPathError extends Error {
  override readonly name = 'InvalidPathError';
}

/** Firestore refuses `.`, `..` and names wrapped in double underscores; a slash would be another path. */
const DOCUMENT_ID = /^(?!\.{1,2}$)(?!__.*__$)[A-Za-z0-9_.-]{1,200}$/;

/**
 * A document id as the house makes them: random, derived by hash, or a slug that was checked on
 * its way in. Raw input never gets this far; should it, this throws before a request is built.
 */
export function documentId(id: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$/.test(id))
    throw new InvalidPathError('not a document id of this house');
  return id;
}

export const envPath = (env: Environment): string => `environments/${documentId(env)}`;

const inEnvironment =
  (collection: EnvironmentCollection) =>
  (env: Environment, id: string): string =>
    `${envPath(env)}/${collection}/${documentId(id)}`;

export const licensePath = inEnvironment('licenses');
/** What the license's customer must not see: metadata, notes, internal reasons. */
export const licensePrivatePath = (env: Environment, id: string): string =>
  `${licensePath(env, id)}/private/admin`;
/** Index from the keyed hash of a folded key to the license that owns it. */
export const licenseKeyPath = inEnvironment('licenseKeys');
export const activationPath = inEnvironment('activations');
export const productPath = inEnvironment('products');
export const generatorPath = inEnvironment('generators');
export const customerPath = inEnvironment('customers');
export const contractPath = inEnvironment('contracts');
export const downloadPath = inEnvironment('downloads');
export const jobPath = inEnvironment('jobs');
/** What came of one page of a job; ids sort as the pages do. */
export const jobReportPath = (env: Environment, jobId: string, page: number): string =>
  `${jobPath(env, jobId)}/reports/${pageId(page)}`;
/** What one page of a job is about; no client may read it, as it may hold what a record must not show. */
export const jobPagePath = (env: Environment, jobId: string, page: number): string =>
  `${jobPath(env, jobId)}/input/${pageId(page)}`;
/** What a job needs beside its pages. */
export const jobHiddenPath = (env: Environment, jobId: string): string =>
  `${jobPath(env, jobId)}/input/hidden`;
const pageId = (page: number): string => String(page).padStart(6, '0');
export const webhookPath = inEnvironment('webhooks');
export const deliveryPath = inEnvironment('deliveries');
/** One attempt of a delivery; ids sort as the attempts were made. */
export const deliveryAttemptPath = (env: Environment, deliveryId: string, number: number): string =>
  `${deliveryPath(env, deliveryId)}/attempts/${String(number).padStart(4, '0')}`;
export const auditPath = inEnvironment('audit');
/** Where the chain of audit events ends, so that a tail cut off it is noticed. */
export const chainEndPath = (env: Environment): string => `${envPath(env)}/chain/audit`;
export const abuseCasePath = inEnvironment('abuseCases');
/** What abuse rules need and no audit event tells; forgotten after a month. */
export const abuseSignalPath = inEnvironment('abuseSignals');
export const settingsPath = inEnvironment('settings');
export const mailPath = inEnvironment('mails');
export const statsPath = inEnvironment('stats');
export const outboxPath = inEnvironment('outbox');
export const apiKeyPath = inEnvironment('apiKeys');
export const secretPath = inEnvironment('secrets');

/** Which mail a customer wants: one choice over all environments, as a customer is one person. */
export const mailChoicePath = (customerId: string): string => `mailChoices/${documentId(customerId)}`;
/** Where the extension "Trigger Email" takes mail from; the settings name the collection. */
export const extensionMailPath = (collection: string, id: string): string =>
  `${documentId(collection)}/${documentId(id)}`;

export const userPath = (uid: string): string => `users/${documentId(uid)}`;

/** Whether a path relative to the root names a document (an even number of valid segments). */
export function isDocumentPath(path: string): boolean {
  const segments = path.split('/');
  return segments.length % 2 === 0 && segments.every((segment) => DOCUMENT_ID.test(segment));
}
