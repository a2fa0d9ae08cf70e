import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORT_COLUMNS } from '@latchkey/domain/import/columns';
import { IMPORT_PRESETS, recognisePreset } from '@latchkey/domain/import/presets/presets';
import { translate } from '@latchkey/domain/import/presets/translate';
import { readFixture } from '../../support/importFixtures.ts';

describe('a file of each system is recognised and read', () => {
  it('Keygen: no limit and no end are null there; suspended licenses stay behind', async () => {
    const { name, good, problems } = await readFixture('keygen');
    expect(name).toBe('Keygen');
    expect(good).toEqual([
      {
        line: 2,
        key: 'C1B6DE-39A6E3-DE1529-8559A0-4AF593-V3',
        reference: '3f1a7c52-7a55-4a8e-9b55-1f0b7f1d0a01',
        product: 'acme-editor',
        email: 'ada@keygen.test',
        name: 'Ada Lovelace',
        limit: 3,
        expires: '2099-12-31T23:59:59.000Z',
        metadata: { plan: 'pro' },
      },
      expect.objectContaining({ line: 3, email: 'bob@keygen.test', limit: -1, expires: null }),
      // Expired: the dry run refuses it by the clock.
      expect.objectContaining({ line: 5, expires: '2020-01-31T00:00:00.000Z' }),
      expect.objectContaining({ line: 6, limit: 5, expires: null }),
    ]);
    expect(good[3]).not.toHaveProperty('email');
    expect(problems).toEqual([expect.objectContaining({ line: 4, column: null })]);
  });

  it('LicenseSpring: names in two columns, unlimited in one of its own, orders of several licenses', async () => {
    const { name, good, problems } = await readFixture('license-spring');
    expect(name).toBe('LicenseSpring');
    expect(good).toEqual([
      {
        line: 2,
        key: 'GF32-XR78-JA2K-LYBU',
        product: 'acme-editor',
        email: 'ada@spring.test',
        name: 'Ada Lovelace',
        limit: 2,
        expires: '2099-09-09T23:59:59.000Z',
        metadata: { order: 'order-7001', note: 'Renewed, twice' },
      },
      expect.objectContaining({ line: 3, limit: -1, expires: null, metadata: { order: 'order-7001' } }),
      expect.objectContaining({ line: 4, name: 'Spring Operations', limit: 5 }),
      { line: 5, key: 'MN45-TT32-AB2K-ZZ99', product: 'acme-editor', limit: 3, expires: null },
    ]);
    // A duration from the first activation is the generator's to say.
    expect(good[2]).not.toHaveProperty('expires');
    expect(problems).toEqual([expect.objectContaining({ line: 6, column: null })]);
  });

  it('License Manager for WooCommerce: moments in UTC, days of validity, customers that the shop has added', async () => {
    const { name, good, problems } = await readFixture('woo-license-manager');
    expect(name).toBe('License Manager for WooCommerce');
    expect(good).toEqual([
      {
        line: 2,
        key: 'WOO1-AB2D-EF34-GH56',
        reference: '1',
        product: '4711',
        email: 'ada@woo.test',
        name: 'Ada Lovelace',
        limit: 3,
        expires: '2099-12-31T10:00:00.000Z',
        metadata: { order: '1001' },
      },
      expect.objectContaining({ line: 3, email: 'bob@woo.test', limit: -1, expires: null }),
      { line: 4, key: 'WOO3-AB2D-EF34-GH56', reference: '3', product: '4711', limit: 1 },
    ]);
    expect(problems).toEqual([expect.objectContaining({ line: 5, column: null })]);
  });
});

describe('presets', () => {
  it.each(IMPORT_PRESETS.map((preset) => [preset.name, preset] as const))(
    '%s fills columns that there are, the needed ones among them',
    (_, { subject, columns }) => {
      const ours = IMPORT_COLUMNS[subject];
      expect(ours.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(columns)));
      for (const { name, required } of ours) if (required) expect(columns).toHaveProperty(name);
    },
  );

  it('our own templates and unknown files are of no system', () => {
    for (const headers of [['key', 'reference', 'product'], ['Serial', 'Buyer'], []]) {
      expect(recognisePreset('licenses', headers)).toBeNull();
    }
    expect(recognisePreset('customers', ['key', 'expiry', 'maxMachines'])).toBeNull();
    expect(recognisePreset('licenses', ['KEY', 'Expiry', 'max machines'])?.name).toBe('Keygen');
  });

  it('lose no cell that they do not understand, and no row', () => {
    const preset = fc.constantFrom(...IMPORT_PRESETS);
    const cells = fc.array(fc.string(), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(preset, fc.array(cells, { maxLength: 20 }), (one, all) => {
        const [sign = ''] = one.signs;
        const rows = all.map((row, at) => ({ line: at + 2, cells: row }));
        const read = translate(one, ['mine', sign, ''], rows);
        expect(read.rows.map(({ line }) => line)).toEqual(rows.map(({ line }) => line));
        const mine = read.headers.indexOf('mine');
        expect(read.rows.map((row) => row.cells[mine])).toEqual(all.map(([first]) => first));
        for (const row of read.rows) expect(row.cells).toHaveLength(read.headers.length);
      }),
    );
  });
});
