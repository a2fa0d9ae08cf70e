import { describe, expect, it, test } from 'vitest';
import type { ProductCommand } from '@latchkey/domain/product/commands';
import { PRODUCT_COMMANDS } from '@latchkey/domain/product/commands';
import { copiesDiffer, withProduct } from '@latchkey/domain/product/copies';
import { createProduct, decideProduct, productRefusal } from '@latchkey/domain/product/decide';
import { isFeatureName } from '@latchkey/domain/product/features';
import type { ProductStatus } from '@latchkey/domain/product/product';
import { isProductId, PRODUCT_STATUSES, productIdFrom } from '@latchkey/domain/product/product';
import { ACTOR_NAMES, ACTORS, aLicense, aProduct, NOW } from '../../support/builders.ts';

type Name = (typeof PRODUCT_COMMANDS)[number];

/** Which state each command waits for; `delete` here of a product without licenses. */
const OPEN: Readonly<Record<Name, readonly ProductStatus[]>> = {
  edit: PRODUCT_STATUSES,
  activate: ['inactive'],
  inactivate: ['active'],
  archive: ['active', 'inactive'],
  unarchive: ['archived'],
  kill: PRODUCT_STATUSES,
  delete: ['inactive', 'archived'],
};

describe('a command on a product', () => {
  for (const command of PRODUCT_COMMANDS) {
    it.each(PRODUCT_STATUSES)(`${command} from %s`, (status) => {
      const refusal = productRefusal({ status }, command, 0, ACTORS.admin);
      expect(refusal === null).toBe(OPEN[command].includes(status));
    });
  }

  it('is for owner, admin and what acts for them; for nobody else', () => {
    const allowed = ACTOR_NAMES.filter(
      (name) => productRefusal({ status: 'active' }, 'edit', 0, ACTORS[name]) === null,
    );
    expect(allowed.toSorted()).toEqual(['admin', 'api-key', 'job', 'owner']);
  });

  it('never deletes while there is a license', () => {
    const product = aProduct({ status: 'archived' });
    const command: ProductCommand = { type: 'delete', confirmation: product.id };
    const decide = (licenses: number) => decideProduct(product, command, { licenses }, ACTORS.owner, NOW);
    expect(decide(1)).toMatchObject({ ok: false, code: 'PRODUCT_HAS_LICENSES' });
    expect(decide(0)).toMatchObject({ ok: true, product: null });
  });

  it.each([
    ['acme-editor', true],
    [' ACME-Editor ', true],
    ['acme', false],
    ['', false],
  ] as const)('that cannot be undone wants the id typed: "%s"', (confirmation, right) => {
    for (const type of ['kill', 'delete'] as const) {
      const product = aProduct({ status: 'inactive' });
      const decision = decideProduct(
        product,
        { type, confirmation, reason: 'x' },
        { licenses: 0 },
        ACTORS.owner,
        NOW,
      );
      expect(decision.ok).toBe(right);
    }
  });

  it('by the kill switch leaves an archived product out of sight and an active one inactive', () => {
    const kill = (status: ProductStatus) => {
      const command: ProductCommand = { type: 'kill', confirmation: 'acme-editor', reason: 'why' };
      return decideProduct(aProduct({ status }), command, { licenses: 9 }, ACTORS.owner, NOW);
    };
    expect(kill('archived')).toMatchObject({ product: { status: 'archived' } });
    expect(kill('active')).toMatchObject({ product: { status: 'inactive' }, audit: [{ reason: 'why' }] });
  });

  it('tells of exactly what an edit changed, and moves the revision', () => {
    const command: ProductCommand = {
      type: 'edit',
      revision: 1,
      changes: { name: 'New', description: '' },
    };
    const decision = decideProduct(aProduct(), command, { licenses: 0 }, ACTORS.admin, NOW);
    expect(decision).toMatchObject({ ok: true, product: { name: 'New', revision: 2, updatedAt: NOW } });
    expect(decision.ok && decision.audit[0]?.changes).toEqual({
      name: { before: 'Acme Editor', after: 'New' },
    });
  });
});

describe('features of a product', () => {
  const facts = { ...aProduct(), features: [] };
  const named = (name: string) => ({ name, label: name, type: 'boolean', default: true }) as const;

  it('have names of their own', () => {
    const create = (names: readonly string[]) =>
      createProduct('fresh', 'production', { ...facts, features: names.map(named) }, NOW).ok;
    expect(create(['export', 'seats'])).toBe(true);
    expect(create(['export', 'export'])).toBe(false);
  });

  it.each([
    ['export', true],
    ['one-page_2', true],
    ['2fast', false],
    ['with space', false],
    ['__proto__', false],
    ['constructor', false],
    ['a'.repeat(65), false],
  ] as const)('name %s', (name, right) => expect(isFeatureName(name)).toBe(right));
});

describe('the id of a product', () => {
  test.each([
    ['Acme Editor 2', 'acme-editor-2'],
    ['  Über—Straße! ', 'uber-stra-e'],
    ['日本', ''],
    ['x'.repeat(80), 'x'.repeat(64)],
    [`${'x'.repeat(63)} y`, 'x'.repeat(63)],
  ])('from "%s"', (name, id) => {
    expect(productIdFrom(name)).toBe(id);
    expect(id === '' || isProductId(id)).toBe(true);
  });
  test.each(['', '-a', 'a-', 'a--b', 'A', 'a_b', 'a'.repeat(65)])('is not "%s"', (id) =>
    expect(isProductId(id)).toBe(false),
  );
});

describe('what licenses copy of their product', () => {
  it('is their name, state and switches; an archived product is an inactive one', () => {
    const product = aProduct({ name: 'New', status: 'archived', requireIdentifier: true });
    const after = withProduct(aLicense(), product);
    expect(after).toMatchObject({ productName: 'New', productStatus: 'inactive', requireIdentifier: true });
    expect(after?.search?.['NEW']).toBe(true);
    expect(after?.revision).toBe(aLicense().revision);
    expect(withProduct(after ?? aLicense(), product)).toBeNull();
  });
  it('does not change with a description, features or downloads', () => {
    const other = aProduct({ description: 'x', downloadsAllowed: false, emailOnAssign: true });
    expect(copiesDiffer(aProduct(), other)).toBe(false);
    expect(copiesDiffer(aProduct(), aProduct({ offlineAllowed: false }))).toBe(true);
  });
});
