import { expect, test } from 'vitest';
import type { License } from '@latchkey/domain/license/license';
import { generatorPath, productPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import { aGenerator, aProduct } from '../../support/builders.ts';
import { readFixture } from '../../support/importFixtures.ts';
import { checked, imported } from '../../support/imports.ts';
import { documents } from '../../support/inventory.ts';
import { seedCatalog } from '../../support/seedLicenses.ts';
import { newWorld, type World } from '../../support/world.ts';

const NEW = 'CREATE_LICENSE';

/** A product under the number that a shop knows it by. */
async function seedShopProduct(world: World): Promise<void> {
  const product = aProduct({ id: '4711', name: 'Plug-in of the shop' });
  const generator = aGenerator({ id: 'generator-4711', productId: '4711', productName: product.name });
  await world.store.commit([
    { kind: 'set', path: productPath('production', product.id), data: toStored(product) },
    { kind: 'set', path: generatorPath('production', generator.id), data: toStored(generator) },
  ]);
}

test.each([
  ['keygen', [NEW, NEW, 'EXPIRY_NOT_FUTURE', NEW], ['ada@keygen.test 3', 'bob@keygen.test -1', 'nobody 5']],
  [
    'license-spring',
    [NEW, NEW, NEW, NEW],
    ['ada@spring.test -1', 'ada@spring.test 2', 'nobody 3', 'ops@spring.test 5'],
  ],
  ['woo-license-manager', [NEW, NEW, NEW], ['ada@woo.test 3', 'bob@woo.test -1', 'nobody 1']],
])('a file of %s is checked and imported with its customers and limits', async (system, codes, made) => {
  const world = newWorld(`preset${system.replaceAll('-', '')}`);
  await seedCatalog(world);
  await seedShopProduct(world);
  const { good } = await readFixture(system);
  expect((await checked(world, 'licenses', good)).codes).toEqual(codes);
  await imported(world, 'licenses', good);
  const licenses = await documents<License>(world, 'licenses');
  const found = licenses.map(({ data }) => `${data?.customerEmail ?? 'nobody'} ${data?.activationLimit}`);
  expect(found.toSorted()).toEqual(made);
  // The same file once more makes nothing twice.
  const again = (await checked(world, 'licenses', good)).codes.filter((code) => code === NEW);
  expect(again).toEqual([]);
});
