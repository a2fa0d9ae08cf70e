import { describe, expect, test } from 'vitest';
import { remaining, usedPercent, type ContractFacts } from '@latchkey/domain/contract/contract';
import type { ContractCommand } from '@latchkey/domain/contract/decide';
import { createContract, decideContract } from '@latchkey/domain/contract/decide';
import { contractKeyEnvironment, newContractKey } from '@latchkey/domain/contract/key';
import { takeQuota } from '@latchkey/domain/contract/quota';
import { ENVIRONMENTS } from '@latchkey/domain/environment';
import { aGenerator, aProduct, DAY, later, NOW } from '../../support/builders.ts';
import { aContract } from '../../support/contracts.ts';

describe('the quota', () => {
  test.each([
    [0, 1, true],
    [9, 1, true],
    [9, 2, false],
    [10, 1, false],
    [0, 10, true],
    [0, 11, false],
  ])('with %i of 10 used, %i more: %s', (used, quantity, ok) => {
    const taken = takeQuota(aContract({ used }), quantity, NOW);
    expect(taken.ok).toBe(ok);
    if (taken.ok) expect(taken.contract).toMatchObject({ used: used + quantity, lastIssuedAt: NOW });
    else
      expect(taken).toMatchObject({
        code: 'QUOTA_EXCEEDED',
        reason: expect.stringMatching(/^Quota exceeded/) as string,
      });
  });
  test.each([0, -1, 1.5, 101, Number.NaN])('%s is no number of licenses', (quantity) => {
    expect(takeQuota(aContract({ quota: 1_000 }), quantity, NOW)).toMatchObject({
      code: 'QUANTITY_OUT_OF_RANGE',
    });
  });
  test('nothing leaves an inactive or ended contract, whatever is left of it', () => {
    const inactive = takeQuota(aContract({ status: 'inactive' }), 1, NOW);
    expect(inactive).toMatchObject({
      code: 'CONTRACT_INACTIVE',
      reason: expect.stringMatching(/^Contract inactive/) as string,
    });
    expect(takeQuota(aContract({ expiresAt: NOW }), 1, NOW)).toMatchObject({ code: 'CONTRACT_EXPIRED' });
    expect(takeQuota(aContract({ expiresAt: later(1) }), 1, NOW)).toMatchObject({ ok: true });
  });
  test('what is left and what is used never contradict each other', () => {
    for (const quota of [1, 3, 10, 999, 1_000_000]) {
      for (const used of [0, 1, quota - 1, quota].filter((n) => n >= 0 && n <= quota)) {
        const percent = usedPercent({ quota, used });
        expect(percent === 100).toBe(remaining({ quota, used }) === 0);
        expect(percent === 0).toBe(used === 0);
      }
    }
  });
});

const FACTS: ContractFacts = {
  name: 'Northwind resale',
  generatorId: 'generator-1',
  quota: 10,
  activationLimit: null,
  features: null,
  expiresAt: null,
  rates: { perMinute: 1, perHour: 2, perDay: 3 },
};

describe('a new contract', () => {
  const make = (facts: Partial<ContractFacts> = {}, sources = {}) =>
    createContract(
      { id: 'c', environment: 'production', type: 'reseller', productId: 'acme-editor' },
      { ...FACTS, ...facts },
      { product: aProduct(), generator: aGenerator(), ...sources },
      NOW,
    );
  test('is active, unused, without a key, and told of', () => {
    expect(make()).toMatchObject({
      ok: true,
      contract: { status: 'active', used: 0, keyHint: null, productName: 'Acme Editor', revision: 1 },
      audit: [{ action: 'contract.created', about: 'contract/c' }],
    });
  });
  test.each([
    ['no quota', { quota: 0 }, {}, 'QUOTA_OUT_OF_RANGE'],
    ['a broken quota', { quota: 1.5 }, {}, 'QUOTA_OUT_OF_RANGE'],
    ['a limit of 0', { activationLimit: 0 }, {}, 'LIMIT_OUT_OF_RANGE'],
    [
      'more a minute than an hour',
      { rates: { perMinute: 3, perHour: 2, perDay: 3 } },
      {},
      'RATE_OUT_OF_RANGE',
    ],
    ['no calls at all', { rates: { perMinute: 0, perHour: 2, perDay: 3 } }, {}, 'RATE_OUT_OF_RANGE'],
    ['no product', {}, { product: null }, 'PRODUCT_NOT_FOUND'],
    ['an inactive product', {}, { product: aProduct({ status: 'inactive' }) }, 'PRODUCT_INACTIVE'],
    ['no generator', {}, { generator: null }, 'GENERATOR_NOT_FOUND'],
    ["another product's generator", {}, { generator: aGenerator({ productId: 'x' }) }, 'GENERATOR_MISMATCH'],
    ['an inactive generator', {}, { generator: aGenerator({ status: 'inactive' }) }, 'GENERATOR_INACTIVE'],
  ])('%s is refused', (_, facts, sources, code) => {
    expect(make(facts, sources)).toMatchObject({ ok: false, code });
  });
});

describe('a command', () => {
  const give = (command: ContractCommand, overrides = {}) =>
    decideContract(aContract(overrides), command, aGenerator({ id: 'generator-2', name: 'Other' }), NOW);
  const edit = (changes: Partial<ContractFacts>, revision: number | null = 1): ContractCommand => {
    return { type: 'edit', changes, revision };
  };
  test('an edit changes what it names and tells from what to what', () => {
    expect(give(edit({ quota: 20, generatorId: 'generator-2' }), { used: 7 })).toMatchObject({
      contract: { quota: 20, used: 7, generatorName: 'Other', revision: 2, updatedAt: NOW },
      audit: [{ action: 'contract.edited', changes: { quota: { before: 10, after: 20 } } }],
    });
  });
  test('the quota never falls below what is used; to just that it may', () => {
    expect(give(edit({ quota: 6 }), { used: 7 })).toMatchObject({ code: 'QUOTA_BELOW_USED' });
    expect(give(edit({ quota: 7 }), { used: 7 })).toMatchObject({ ok: true });
  });
  test('an edit of what somebody else changed meanwhile is refused', () => {
    expect(give(edit({ quota: 20 }, 2))).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });
  test('a date in the past ends it and does not block other edits', () => {
    expect(give(edit({ expiresAt: later(-DAY) }))).toMatchObject({ ok: true });
    expect(give(edit({ name: 'New name' }), { expiresAt: later(-DAY) })).toMatchObject({ ok: true });
  });
  test('it is switched off and on', () => {
    expect(give({ type: 'inactivate' })).toMatchObject({ contract: { status: 'inactive' } });
    expect(give({ type: 'activate' }, { status: 'inactive' })).toMatchObject({
      contract: { status: 'active' },
    });
  });
  test('it is deleted by its whole name only, and the audit keeps that name', () => {
    expect(give({ type: 'delete', confirmation: 'Northwind' })).toMatchObject({
      code: 'CONFIRMATION_MISMATCH',
    });
    expect(give({ type: 'delete', confirmation: 'Northwind resale' })).toMatchObject({
      contract: null,
      audit: [{ action: 'contract.deleted', changes: { name: { before: 'Northwind resale' } } }],
    });
  });
});

describe('a key', () => {
  /** Counts on: every byte there is. */
  const bytes = () => {
    let next = 0;
    return (count: number) => Uint8Array.from({ length: count }, () => next++ % 256);
  };
  test.each(ENVIRONMENTS)('names %s and says little of itself', (environment) => {
    const { key, hint } = newContractKey(environment, bytes());
    expect(key).toMatch(new RegExp(`^lkc_${environment}_[A-Za-z0-9]{40}$`));
    expect(contractKeyEnvironment(key)).toBe(environment);
    expect(key.startsWith(hint)).toBe(true);
    expect(key.length - hint.length).toBe(34);
  });
  test.each([
    '',
    'lkc_',
    'lkc_sandbox_' + 'a'.repeat(40),
    'lkc_production_' + 'a'.repeat(39),
    'DEMO-ACTI-VE00-0001',
  ])('%j is none', (text) => {
    expect(contractKeyEnvironment(text)).toBeNull();
  });
});
