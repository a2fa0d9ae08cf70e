import { customerId } from '@latchkey/functions/crypto/keyHash';
import { newId } from '@latchkey/functions/crypto/random';
import { userPath } from '@latchkey/functions/firestore/collections';
import { bulkStore } from '@latchkey/functions/firestore/connection';
import { newLicenseWrites } from '@latchkey/functions/operations/issueLicense';
import { aLicense } from '../../support/builders.ts';
import { benchOwner } from './seedLived.ts';

/** Somebody who can sign in at the emulators, with licenses of their own. */
export interface BenchCustomer {
  readonly email: string;
  readonly password: string;
}

const HIDDEN = { metadata: {}, internalNote: null };

/** A new customer with so many licenses in production. @param auth host and port of the sign-in emulator */
export async function seedCustomer(auth: string, licenses: number): Promise<BenchCustomer> {
  const uid = newId();
  const email = `bench-${uid.toLowerCase()}@latchkey.test`;
  const own = customerId(email);
  const store = bulkStore();
  const person = { ...benchOwner(), email, name: 'Bench Customer', role: null, environments: null };
  await store.commit([{ kind: 'set', path: userPath(uid), data: { ...person, customerId: own } }]);
  const owned = Array.from({ length: licenses }, () =>
    aLicense({ id: newId(), key: newId(), keyHash: newId(), customerId: own }),
  );
  await store.commit(owned.flatMap((license) => newLicenseWrites(license, HIDDEN)));
  await identity(auth, '', { localId: uid, email, password: uid, emailVerified: true });
  const customAttributes = JSON.stringify({ customerId: own });
  await identity(auth, ':update', { localId: uid, customAttributes });
  return { email, password: uid };
}

async function identity(auth: string, act: '' | ':update', body: object): Promise<void> {
  const project = process.env['GCLOUD_PROJECT'] ?? '';
  const url = `http://${auth}/identitytoolkit.googleapis.com/v1/projects/${project}/accounts${act}`;
  const headers = { 'content-type': 'application/json', authorization: 'Bearer owner' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`no account for the benchmark: ${await response.text()}`);
}
