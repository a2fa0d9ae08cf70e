import type { Environment } from '@latchkey/domain/environment';
import type { Generator } from '@latchkey/domain/generator/generator';
import { generatorNameKey } from '@latchkey/domain/generator/generator';
import type { ImportRefusal } from '@latchkey/domain/import/refusals';
import { refuseRow } from '@latchkey/domain/import/refusals';
import type { Product } from '@latchkey/domain/product/product';
import { envPath, productPath } from '../../firestore/collections.ts';
import type { Snapshot, Store } from '../../firestore/store.ts';
import { atOnce } from '../jobs/atOnce.ts';

type Named = Pick<Product, 'name'>;
type KnownGenerator = Pick<Generator, 'nameKey' | 'status'> & { readonly id: string };

export interface FoundProduct {
  readonly ok: true;
  readonly id: string;
  readonly name: string;
}

/** What the texts of a page's rows stand for. Read once for the page: every row is decided on a fresh read. */
export interface ImportCatalog {
  product(text: string): FoundProduct | ImportRefusal;
  generator(
    productId: string,
    text: string | undefined,
  ): { readonly ok: true; readonly id: string } | ImportRefusal;
}

const AT_ONCE = 10;
/** Generators of one product that are looked through. */
const GENERATORS = 1_000;
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;

export async function readImportCatalog(
  store: Store,
  environment: Environment,
  rows: readonly { readonly product?: string | undefined }[],
  withGenerators: boolean,
): Promise<ImportCatalog> {
  const texts = [...new Set(rows.flatMap(({ product }) => product ?? []))];
  const products = new Map<string, FoundProduct | ImportRefusal>();
  const ids = texts.filter((text) => ID.test(text));
  const byId = await store.getAll<Named>(
    ids.map((id) => productPath(environment, id)),
    ['name'],
  );
  for (const { id, data } of byId) if (data) products.set(id, { ok: true, id, name: data.name });
  const named = texts.filter((text) => !products.has(text));
  const found = await atOnce(named, AT_ONCE, (name) => productsNamed(store, environment, name));
  named.forEach((name, at) => products.set(name, theOnly(found[at] ?? [])));

  const productIds = [...new Set([...products.values()].flatMap((one) => (one.ok ? [one.id] : [])))];
  const lists = withGenerators
    ? await atOnce(productIds, AT_ONCE, (id) => generatorsOf(store, environment, id))
    : [];
  const generators = new Map(productIds.map((id, at) => [id, lists[at] ?? []]));
  return {
    product: (text) => products.get(text) ?? noProduct(),
    generator: (productId, text) => generatorFor(generators.get(productId) ?? [], text),
  };
}

function productsNamed(store: Store, environment: Environment, name: string): Promise<Snapshot<Named>[]> {
  const where = [['name', '==', name]] as const;
  return store.query({
    parent: envPath(environment),
    collection: 'products',
    where,
    limit: 2,
    select: ['name'],
  });
}

function theOnly([first, second]: readonly Snapshot<Named>[]): FoundProduct | ImportRefusal {
  if (!first?.data) return noProduct();
  if (second) return refuseRow('PRODUCT_AMBIGUOUS', 'Several products have this name. Write the id instead.');
  return { ok: true, id: first.id, name: first.data.name };
}

function noProduct(): ImportRefusal {
  return refuseRow('PRODUCT_NOT_FOUND', 'No product of this environment has this id or name.');
}

async function generatorsOf(
  store: Store,
  environment: Environment,
  productId: string,
): Promise<KnownGenerator[]> {
  const found = await store.query<Omit<KnownGenerator, 'id'>>({
    parent: envPath(environment),
    collection: 'generators',
    where: [['productId', '==', productId]],
    limit: GENERATORS,
    select: ['nameKey', 'status'],
  });
  return found.flatMap(({ id, data }) => (data ? [{ ...data, id }] : []));
}

function generatorFor(
  known: readonly KnownGenerator[],
  text: string | undefined,
): { readonly ok: true; readonly id: string } | ImportRefusal {
  if (text !== undefined) {
    const key = generatorNameKey(text);
    const found = known.find(({ id }) => id === text) ?? known.find(({ nameKey }) => nameKey === key);
    if (found) return { ok: true, id: found.id };
    return refuseRow('GENERATOR_NOT_FOUND', 'The product has no generator with this name or id.');
  }
  const active = known.filter(({ status }) => status === 'active');
  const [only, second] = active.length > 0 ? active : known;
  if (!only) return refuseRow('GENERATOR_NEEDED', 'The product has no generator yet. Create one first.');
  if (second) {
    return refuseRow(
      'GENERATOR_NEEDED',
      'The product has several generators. Write which one makes this license.',
    );
  }
  return { ok: true, id: only.id };
}
