import { describe, expect, it, test } from 'vitest';
import { checkValidity } from '@latchkey/domain/generator/checkValidity';
import type { GeneratorFacts } from '@latchkey/domain/generator/commands';
import {
  createGenerator,
  decideGenerator,
  generateRefusal,
  generatorRefusal,
} from '@latchkey/domain/generator/decide';
import { generatorNameKey } from '@latchkey/domain/generator/generator';
import { DEFAULT_CHARSET } from '@latchkey/domain/key/format';
import type { KeyFormat } from '@latchkey/domain/key/format';
import { issueLicense } from '@latchkey/domain/license/issue';
import { ACTOR_NAMES, ACTORS, aGenerator, aProduct, NOW } from '../../support/builders.ts';

const FACTS: GeneratorFacts = {
  name: 'Yearly',
  description: '',
  format: { type: 'uuid' },
  activationLimit: 3,
  validity: null,
  features: {},
  metadata: {},
};
const chunks = (count: number): KeyFormat => ({
  type: 'chunk',
  count,
  size: 4,
  charset: DEFAULT_CHARSET,
  separator: '-',
  prefix: '',
  suffix: '',
});

describe('a new generator', () => {
  const create = (facts: Partial<GeneratorFacts>, product = aProduct()) =>
    createGenerator('g', product, [{ id: 'other', nameKey: 'taken name' }], { ...FACTS, ...facts }, NOW);
  test.each([
    ['as it should be', {}, null],
    ['of a name that is taken', { name: ' Taken  NAME ' }, 'GENERATOR_NAME_TAKEN'],
    ['of 59 bits', { format: chunks(3) }, 'KEY_FORMAT_REFUSED'],
    ['of 79 bits', { format: chunks(4) }, null],
    ['without a limit', { activationLimit: 0 }, 'LIMIT_OUT_OF_RANGE'],
    ['with unlimited devices', { activationLimit: -1 }, null],
    ['with metadata of 11 KB', { metadata: { text: 'x'.repeat(11_000) } }, 'METADATA_TOO_LARGE'],
    [
      'of a thousand years',
      { validity: { amount: 1000, unit: 'years', from: 'assignment' } },
      'VALIDITY_OUT_OF_RANGE',
    ],
  ] as const)('%s', (_what, facts, code) => {
    const decision = create(facts);
    expect(decision.ok ? null : decision.code).toBe(code);
  });
  it('needs an active product', () => {
    expect(create({}, aProduct({ status: 'inactive' }))).toMatchObject({ code: 'PRODUCT_INACTIVE' });
    expect(create({}, aProduct({ status: 'archived' }))).toMatchObject({ code: 'PRODUCT_INACTIVE' });
  });
});

describe('a command on a generator', () => {
  it('is for owner and admin; operators run it', () => {
    const writers = ACTOR_NAMES.filter(
      (name) => generatorRefusal({ status: 'active' }, 'edit', ACTORS[name]) === null,
    );
    const runners = ACTOR_NAMES.filter(
      (name) => generateRefusal({ status: 'active' }, { status: 'active' }, ACTORS[name]) === null,
    );
    expect(writers.toSorted()).toEqual(['admin', 'api-key', 'job', 'owner']);
    expect(runners.toSorted()).toEqual(['admin', 'api-key', 'job', 'operator', 'owner']);
  });
  it('never changes the type of its keys, though what is in it', () => {
    const edit = (format: KeyFormat) =>
      decideGenerator(
        aGenerator({ format: chunks(5) }),
        { type: 'edit', revision: null, changes: { format } },
        [],
        ACTORS.admin,
        NOW,
      );
    expect(edit({ type: 'uuid' })).toMatchObject({ ok: false, code: 'KEY_FORMAT_REFUSED' });
    expect(edit(chunks(6))).toMatchObject({ ok: true, generator: { format: { count: 6 } } });
  });
  it('made on an older state is refused', () => {
    const edit = (revision: number) =>
      decideGenerator(
        aGenerator(),
        { type: 'edit', revision, changes: { name: 'Other' } },
        [],
        ACTORS.admin,
        NOW,
      ).ok;
    expect([edit(1), edit(2)]).toEqual([true, false]);
  });
});

test.each([
  ['A  b', 'a B'],
  [' Plan ', 'plan'],
  ['ﬁne', 'fine'],
])('"%s" and "%s" are one name', (a, b) => expect(generatorNameKey(a)).toBe(generatorNameKey(b)));

test.each([
  [{ amount: 1, unit: 'days' }, true],
  [{ amount: 36_500, unit: 'days' }, true],
  [{ amount: 36_501, unit: 'days' }, false],
  [{ amount: 0, unit: 'months' }, false],
  [{ amount: 1.5, unit: 'years' }, false],
] as const)('validity %o', (validity, right) =>
  expect(checkValidity({ ...validity, from: 'assignment' }) === null).toBe(right),
);

test('a new license copies features of product and generator, and the metadata template', () => {
  const product = aProduct({
    features: [
      { name: 'export', label: 'Export', type: 'boolean', default: true },
      { name: 'seats', label: 'Seats', type: 'number', default: 1 },
    ],
  });
  const generator = aGenerator({ features: { seats: 5 }, metadata: { channel: 'shop' } });
  const made = { id: 'l', key: 'KEY', keyHash: 'h' };
  const facts = { product, generator, defaultGraceDays: 0 };
  const order = { environment: 'production', customer: null } as const;
  const decision = issueLicense(order, facts, made, NOW);
  expect(decision).toMatchObject({
    ok: true,
    license: { features: { export: true, seats: 5 } },
    private: { metadata: { channel: 'shop' } },
  });
  const own = issueLicense({ ...order, metadata: {} }, facts, made, NOW);
  expect(own).toMatchObject({ ok: true, private: { metadata: {} } });
});
