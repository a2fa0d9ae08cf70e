import { downloadAccess } from '@latchkey/domain/download/access';
import type { Release } from '@latchkey/domain/download/release';
import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { OwnProduct, OwnRelease } from '@latchkey/domain/wire/console/ownDownloads';
import { envPath, productPath } from '../../firestore/collections.ts';
import { toProduct } from '../../firestore/records.ts';
import type { Call } from '../context.ts';
import type { OwnedLicense } from './entitling.ts';
import { livingLicenses, stoppedLicenses } from './entitling.ts';
import { toRelease } from './records.ts';

/** Releases of a product that are told at once. */
const SHOWN = 50;

/**
 * What a customer may download, over all environments: each product they have a license of, with its published
 * releases or the reason why there are none for them. Two round trips: their licenses, then the products.
 */
export async function ownDownloads(call: Call, customerId: string): Promise<OwnProduct[]> {
  const found = await Promise.all(ENVIRONMENTS.map((one) => productsIn(call, one, customerId)));
  return found.flat();
}

async function productsIn(call: Call, environment: Environment, customerId: string): Promise<OwnProduct[]> {
  const [living, stopped] = await Promise.all([
    livingLicenses(call, environment, customerId),
    stoppedLicenses(call, environment, customerId),
  ]);
  const licenses = [...living, ...stopped].flatMap(({ data }) => data ?? []);
  const products = [...Map.groupBy(licenses, ({ productId }) => productId)];
  const told = await Promise.all(products.map(([, owned]) => productOf(call, environment, owned)));
  return told.sort((a, b) => a.productName.localeCompare(b.productName, 'en'));
}

/** @param owned the customer's licenses of one product, at least one */
async function productOf(
  call: Call,
  environment: Environment,
  owned: readonly OwnedLicense[],
): Promise<OwnProduct> {
  const { productId = '', productName = '' } = owned[0] ?? {};
  const plain = { environment, productId, productName, releases: [], more: false };
  // Whether the seller offers them matters only where a license lives.
  const standing = downloadAccess({ downloadsAllowed: true }, owned, call.now);
  if (standing !== 'open') return { ...plain, access: standing };
  const [[source], releases] = await Promise.all([
    call.store.getAll<never>([productPath(environment, productId)]),
    published(call, environment, productId),
  ]);
  const product = toProduct(environment)(source)?.record ?? null;
  const access = downloadAccess(product, owned, call.now);
  if (access !== 'open') return { ...plain, access };
  const name = product?.name ?? productName;
  const shown = releases.slice(0, SHOWN).map(ownRelease);
  return { ...plain, productName: name, access, releases: shown, more: releases.length > SHOWN };
}

async function published(call: Call, environment: Environment, productId: string): Promise<Release[]> {
  const found = await call.store.query({
    parent: envPath(environment),
    collection: 'downloads',
    where: [
      ['productId', '==', productId],
      ['state', '==', 'published'],
    ],
    orderBy: [['releasedAt', 'desc']],
    limit: SHOWN + 1,
  });
  return found.flatMap((snapshot) => toRelease(environment, snapshot)?.record ?? []);
}

/** Member by member: where the file lies and how often it was fetched is not for customers. */
function ownRelease(release: Release): OwnRelease {
  const { id, version, channel, fileName, size, notes } = release;
  const releasedAt = (release.releasedAt ?? release.createdAt).toISOString();
  return { id, version, channel, fileName, size, sha256: release.sha256 ?? '', notes, releasedAt };
}
