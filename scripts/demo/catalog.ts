import { otherEvent } from '@latchkey/domain/audit/draft';
import type { AuditDraft } from '@latchkey/domain/audit/event';
import type { Environment } from '@latchkey/domain/environment';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import type { Generator } from '@latchkey/domain/generator/generator';
import { withGeneratorDerived } from '@latchkey/domain/generator/generator';
import { DEFAULT_CHARSET } from '@latchkey/domain/key/format';
import type { Product } from '@latchkey/domain/product/product';
import { withProductSearch } from '@latchkey/domain/product/product';
import { generatorPath, productPath } from '@latchkey/functions/firestore/collections';
import { toStored } from '@latchkey/functions/firestore/records';
import type { Write } from '@latchkey/functions/firestore/store';
import { auditWrites } from '@latchkey/functions/firestore/writes';
import { before, callAt, DAY, DEMO_ADMIN, demoTools } from './past.ts';

type Times = 'createdAt' | 'updatedAt' | 'revision';
type ProductFacts = Omit<Product, 'environment' | 'generatorEpoch' | 'search' | Times>;
type GeneratorFacts = Omit<Generator, 'environment' | 'productName' | 'nameKey' | 'search' | Times>;

const PRODUCTS: readonly ProductFacts[] = [
  {
    id: 'acme-editor',
    name: 'Acme Editor',
    description: 'The text editor for macOS, Windows and Linux.',
    status: 'active',
    identifierType: 'hardware',
    requireIdentifier: false,
    offlineAllowed: true,
    downloadsAllowed: true,
    emailOnAssign: true,
    features: [
      { name: 'export', label: 'Export to PDF', type: 'boolean', default: true },
      { name: 'seats', label: 'Seats', type: 'number', default: 1 },
    ],
  },
  {
    id: 'acme-plugin',
    name: 'Acme Plugin',
    description: 'The shop plugin, licensed by domain.',
    status: 'active',
    identifierType: 'domain',
    requireIdentifier: false,
    offlineAllowed: false,
    downloadsAllowed: true,
    emailOnAssign: false,
    features: [{ name: 'checkout', label: 'One-page checkout', type: 'boolean', default: true }],
  },
  {
    id: 'acme-legacy',
    name: 'Acme Legacy',
    description: 'No longer sold; existing licenses go on.',
    status: 'inactive',
    identifierType: 'hardware',
    requireIdentifier: false,
    offlineAllowed: false,
    downloadsAllowed: false,
    emailOnAssign: false,
    features: [],
  },
];

const chunks = {
  type: 'chunk',
  count: 5,
  size: 5,
  charset: DEFAULT_CHARSET,
  separator: '-',
  suffix: '',
} as const;

const GENERATORS: readonly GeneratorFacts[] = [
  {
    id: 'acme-editor-yearly',
    name: 'Editor, one year',
    description: 'What the shop sells: three devices, a year from the day it is assigned.',
    productId: 'acme-editor',
    status: 'active',
    format: { ...chunks, prefix: '' },
    activationLimit: 3,
    validity: { amount: 1, unit: 'years', from: 'assignment' },
    features: {},
    metadata: {},
  },
  {
    id: 'acme-editor-trial',
    name: 'Editor, 30-day trial',
    description: 'For people who want to look first; the month begins on the first start.',
    productId: 'acme-editor',
    status: 'active',
    format: { type: 'custom', pattern: 'TRI\\AL-XXXXX-XXXXX-XXXXX-XXXXX', charset: DEFAULT_CHARSET },
    activationLimit: 1,
    validity: { amount: 30, unit: 'days', from: 'activation' },
    features: { export: false },
    metadata: { channel: 'website' },
  },
  {
    id: 'acme-plugin-lifetime',
    name: 'Plugin, lifetime',
    description: 'One key for a live shop and its test copy.',
    productId: 'acme-plugin',
    status: 'active',
    format: { type: 'uuid' },
    activationLimit: 2,
    validity: null,
    features: {},
    metadata: {},
  },
  {
    id: 'acme-legacy-lifetime',
    name: 'Legacy, lifetime',
    description: 'Kept for the record; makes no more keys.',
    productId: 'acme-legacy',
    status: 'inactive',
    format: { ...chunks, prefix: 'LEG-' },
    activationLimit: 2,
    validity: null,
    features: {},
    metadata: {},
  },
];

/** Products and generators of every environment, with what the audit tells of them. */
export async function seedCatalog(now: Date): Promise<void> {
  await demoTools().store.commit(ENVIRONMENTS.flatMap((environment) => catalogWrites(environment, now)));
}

function catalogWrites(environment: Environment, now: Date): Write[] {
  const createdAt = before(now, 500 * DAY);
  const changedAt = before(now, 120 * DAY);
  const products = PRODUCTS.flatMap((product): Write[] => {
    const retired = product.status === 'inactive';
    const times = { createdAt, updatedAt: retired ? changedAt : createdAt, revision: retired ? 2 : 1 };
    const record = withProductSearch({ ...product, environment, generatorEpoch: 1, ...times });
    const about = { productId: product.id, about: `product/${product.id}` };
    const changes = { status: { before: 'active', after: 'inactive' } };
    return [
      { kind: 'set', path: productPath(environment, product.id), data: toStored(record) },
      ...told(environment, createdAt, otherEvent('product.created', about)),
      ...(retired
        ? told(environment, changedAt, otherEvent('product.inactivated', { ...about, changes }))
        : []),
    ];
  });
  const generators = GENERATORS.flatMap((generator): Write[] => {
    const productName = PRODUCTS.find(({ id }) => id === generator.productId)?.name ?? '';
    const times = { createdAt, updatedAt: createdAt, revision: 1 };
    const record = withGeneratorDerived({ ...generator, productName, environment, ...times });
    const about = { productId: generator.productId, about: `generator/${generator.id}` };
    return [
      { kind: 'set', path: generatorPath(environment, generator.id), data: toStored(record) },
      ...told(environment, createdAt, otherEvent('generator.created', about)),
    ];
  });
  return [...products, ...generators];
}

function told(environment: Environment, at: Date, event: AuditDraft): Write[] {
  return auditWrites(environment, callAt(at, DEMO_ADMIN), [event]);
}
