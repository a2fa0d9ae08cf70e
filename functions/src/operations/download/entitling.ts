import type { Entitling } from '@latchkey/domain/download/access';
import type { Environment } from '@latchkey/domain/environment';
import type { License, LicenseStatus } from '@latchkey/domain/license/license';
import { envPath } from '../../firestore/collections.ts';
import type { Snapshot } from '../../firestore/store.ts';
import type { Tools } from '../context.ts';

/** What is read of a license to decide about downloads. */
export type OwnedLicense = Entitling & Pick<License, 'productId' | 'productName'>;

const FIELDS = ['productId', 'productName', 'status', 'expiresAt', 'graceDays'];
/** Stored states: which of them still live is for the clock to say. */
const STORED_LIVING: readonly LicenseStatus[] = ['assigned', 'active'];
const STORED_STOPPED: readonly LicenseStatus[] = ['inactive', 'suspended', 'expired', 'revoked'];
const PAGE = 500;
/** Nobody but a reseller has so many; what they hold beyond that is of the same products. */
const MOST = 5_000;

/** A customer's licenses that may open downloads, page by page so that none is missed. */
export async function livingLicenses(
  { store }: Tools,
  environment: Environment,
  customerId: string,
): Promise<Snapshot<OwnedLicense>[]> {
  const found: Snapshot<OwnedLicense>[] = [];
  for (;;) {
    const last = found.at(-1);
    const page = await store.query<OwnedLicense>({
      parent: envPath(environment),
      collection: 'licenses',
      where: [
        ['customerId', '==', customerId],
        ['status', 'in', STORED_LIVING],
      ],
      orderBy: [['__name__', 'asc']],
      limit: PAGE,
      select: FIELDS,
      ...(last && { startAfter: [last.path] }),
    });
    found.push(...page);
    if (page.length < PAGE || found.length >= MOST) return found;
  }
}

/** Some of those that open nothing any more: enough to tell a customer why. */
export function stoppedLicenses(
  { store }: Tools,
  environment: Environment,
  customerId: string,
): Promise<Snapshot<OwnedLicense>[]> {
  return store.query<OwnedLicense>({
    parent: envPath(environment),
    collection: 'licenses',
    where: [
      ['customerId', '==', customerId],
      ['status', 'in', STORED_STOPPED],
    ],
    orderBy: [['__name__', 'asc']],
    limit: 200,
    select: FIELDS,
  });
}

/** A customer's licenses of one product that may open its downloads. */
export function licensesOfProduct(
  { store }: Tools,
  environment: Environment,
  customerId: string,
  productId: string,
): Promise<Snapshot<OwnedLicense>[]> {
  return store.query<OwnedLicense>({
    parent: envPath(environment),
    collection: 'licenses',
    where: [
      ['customerId', '==', customerId],
      ['productId', '==', productId],
      ['status', 'in', STORED_LIVING],
    ],
    orderBy: [['__name__', 'asc']],
    limit: 200,
    select: FIELDS,
  });
}
