import { identifierText } from '@latchkey/domain/activation/identifier';
import type { Activation } from '@latchkey/domain/activation/activation';
import { foldKey, keyHint } from '@latchkey/domain/key/fold';
import { generateKey } from '@latchkey/domain/key/generate';
import type { License } from '@latchkey/domain/license/license';
import { newId, randomBytes } from '@latchkey/functions/crypto/random';
import { activationPath, generatorPath, productPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import type { Write } from '@latchkey/functions/firestore/store';
import { newLicenseWrites } from '@latchkey/functions/operations/issueLicense';
import { aDevice, aGenerator, aLicense, aProduct } from './builders.ts';
import type { World } from './world.ts';

type Overrides = NonNullable<Parameters<typeof aLicense>[0]>;

/** A key as a UUID generator makes them. */
export function aKey(): string {
  return generateKey({ type: 'uuid' }, randomBytes);
}

/** Stores licenses as they would be after some life, in as few commits as fit. */
export async function seedLicenses(
  world: World,
  count: number,
  overrides: (index: number) => Overrides = () => ({}),
): Promise<License[]> {
  const licenses = Array.from({ length: count }, (_, index) => {
    const key = overrides(index).key ?? aKey();
    const keyed = { id: newId(), key, keyHint: keyHint(key), keyHash: world.tools.keyHash(foldKey(key)) };
    return aLicense({ ...keyed, ...overrides(index) });
  });
  const hidden = { metadata: {}, internalNote: null };
  await commitAll(
    world,
    licenses.flatMap((license) => newLicenseWrites(license, hidden)),
  );
  return licenses;
}

export async function seedLicense(world: World, overrides: Overrides = {}): Promise<License> {
  const [license] = await seedLicenses(world, 1, () => overrides);
  if (!license) throw new Error('nothing was seeded');
  return license;
}

/** An active license with this many devices HW-0, HW-1 ... in their slots. */
export async function seedWithDevices(
  world: World,
  count: number,
  overrides: Overrides = {},
): Promise<{ license: License; devices: Activation[] }> {
  const license = await seedLicense(world, { activationLimit: -1, activationCount: count, ...overrides });
  const { id: licenseId, customerId, environment } = license;
  const devices = Array.from({ length: count }, (_, index) => {
    const identifier = `HW-${index}`;
    const id = world.tools.activationId(licenseId, identifierText({ type: 'hardware', value: identifier }));
    return aDevice({ id, identifier, licenseId, customerId, environment, keyHint: license.keyHint });
  });
  await commitAll(
    world,
    devices.map((device) => ({
      kind: 'set',
      path: activationPath(environment, device.id),
      data: toStored(device),
    })),
  );
  return { license, devices };
}

/** The product and the generator that licenses are issued from, in production and staging. */
export async function seedCatalog(world: World): Promise<{ productId: string; generatorId: string }> {
  const product = aProduct();
  const generator = aGenerator();
  await world.store.commit(
    (['production', 'staging'] as const).flatMap((environment): Write[] => [
      { kind: 'set', path: productPath(environment, product.id), data: toStored(product) },
      { kind: 'set', path: generatorPath(environment, generator.id), data: toStored(generator) },
    ]),
  );
  return { productId: product.id, generatorId: generator.id };
}

async function commitAll(world: World, writes: readonly Write[]): Promise<void> {
  for (let start = 0; start < writes.length; start += 450) {
    await world.store.commit(writes.slice(start, start + 450));
  }
}
