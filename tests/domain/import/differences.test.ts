import { describe, expect, it } from 'vitest';
import { differences } from '@latchkey/domain/import/differences';
import { aLicense, NOW } from '../../support/builders.ts';

const license = aLicense({ expiresAt: NOW, validity: null, activationLimit: 3, features: { a: 1, b: [2] } });
const hidden = { metadata: { note: 'x', reference: 'r1' }, internalNote: null };
const IDS = { productId: license.productId, generatorId: null, customerId: null };
const ROW = { line: 2, product: license.productName };

describe('a row and the license that is there already', () => {
  it.each([
    [{}, []],
    [{ key: license.key.toLowerCase() }, []],
    [{ key: `${license.key}X` }, ['Key']],
    [{ limit: 3 }, []],
    [{ limit: 4 }, ['Activation limit']],
    [{ expires: NOW.toISOString() }, []],
    [{ expires: null }, ['Expiry date']],
    [{ expires: '2031-01-01T00:00:00.000Z' }, ['Expiry date']],
    [{ features: { b: [2], a: 1 } }, []],
    [{ features: {} }, ['Features']],
    [{ reference: 'r1', metadata: { note: 'x' } }, []],
    [{ reference: 'r2', metadata: { note: 'x' } }, ['Metadata']],
    [{ metadata: { note: 'x' } }, ['Metadata']],
    // Not compared where the row says nothing of it: the generator's metadata may be there.
    [{ reference: 'r1' }, []],
  ])('%j differs in %j', (change, titles) => {
    expect(differences({ ...ROW, ...change }, IDS, license, hidden)).toEqual(titles);
  });

  it.each([
    [{ productId: 'another' }, ['Product']],
    [{ generatorId: 'another' }, ['Generator']],
    [{ generatorId: license.generatorId }, []],
    [{ customerId: 'another' }, ['Customer e-mail']],
    [{ customerId: license.customerId }, []],
  ])('%j differs in %j', (ids, titles) => {
    expect(differences(ROW, { ...IDS, ...ids }, license, hidden)).toEqual(titles);
  });

  it('a lifetime is not a validity that has not started', () => {
    const waiting = aLicense({
      expiresAt: null,
      validity: { from: 'assignment', unit: 'days', count: 30 } as never,
    });
    const lifetime = aLicense({ expiresAt: null, validity: null });
    expect(differences({ ...ROW, expires: null }, IDS, waiting, hidden)).toEqual(['Expiry date']);
    expect(differences({ ...ROW, expires: null }, IDS, lifetime, hidden)).toEqual([]);
  });
});
