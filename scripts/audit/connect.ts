import type { PublicJwk } from '@latchkey/functions/crypto/signingKeys';
import type { Store } from '@latchkey/functions/firestore/store';
import { Failure } from '../lib/failure.mjs';
import { localSecrets } from '../lib/secrets.ts';
import { projectOf } from '../deploy/project.ts';
import { offsetFromEnvironment, portsAt } from '../stack/ports.ts';
import { PROJECT, variablesOf } from '../stack/variables.ts';

/** Where a chain is read, and the keys that may have signed its end. */
export interface AuditConnection {
  readonly where: string;
  readonly store: Store;
  readonly keys: readonly PublicJwk[];
}

/**
 * The local stack, unless a project is named: then its database, with the credentials of this machine. The keys of
 * a project come from its own address (or `url`), or from LATCHKEY_SIGNING_KEYS where that is set.
 */
export async function connectForAudit(
  project: string | undefined,
  url: string | undefined,
): Promise<AuditConnection> {
  return project === undefined ? localStack() : deployed(projectOf(project), url);
}

async function localStack(): Promise<AuditConnection> {
  const ports = portsAt(offsetFromEnvironment());
  const host = process.env['FIRESTORE_EMULATOR_HOST'] || variablesOf(ports).FIRESTORE_EMULATOR_HOST;
  Object.assign(process.env, {
    GCLOUD_PROJECT: process.env['GCLOUD_PROJECT'] || PROJECT,
    FIRESTORE_EMULATOR_HOST: host,
    ...localSecrets(),
  });
  if (!(await answers(`http://${host}/`))) {
    throw new Failure(
      `Nothing answers at ${host}. Start the local stack with npm start, or name a deployed project with --project.`,
    );
  }
  return { where: `the local stack (Firestore at ${host})`, store: await store(), keys: await ownKeys() };
}

async function deployed(project: string, url: string | undefined): Promise<AuditConnection> {
  delete process.env['FIRESTORE_EMULATOR_HOST'];
  process.env['GCLOUD_PROJECT'] = project;
  const keys = process.env['LATCHKEY_SIGNING_KEYS']
    ? await ownKeys()
    : await publishedKeys(url ?? `https://${project}.web.app`);
  const { serviceAuthorization } = await import('@latchkey/functions/firestore/credentials');
  await serviceAuthorization()().catch(() => {
    throw new Failure(
      'There are no credentials for Google Cloud here: run gcloud auth application-default login, or set GOOGLE_APPLICATION_CREDENTIALS.',
    );
  });
  return { where: `project ${project}`, store: await store(), keys };
}

/** Imported only now: it reads the surroundings once. */
async function store(): Promise<Store> {
  const { bulkStore } = await import('@latchkey/functions/firestore/connection');
  return bulkStore();
}

async function ownKeys(): Promise<readonly PublicJwk[]> {
  const { publicJwks } = await import('@latchkey/functions/crypto/tokens');
  return (await publicJwks()).keys;
}

async function publishedKeys(url: string): Promise<readonly PublicJwk[]> {
  const address = `${url.replace(/\/$/, '')}/v1/jwks.json`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(15_000) });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    const { keys } = (await response.json()) as { keys?: readonly PublicJwk[] };
    if (keys === undefined) throw new Error('it answered with something else');
    return keys;
  } catch (error) {
    const said = error instanceof Error ? error.message : 'no answer';
    throw new Failure(
      `The public keys could not be fetched from ${address}: ${said}. Name the address of the app with --url.`,
    );
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  );
}
