import { describe, expect, it } from 'vitest';
import {
  checkContractForm,
  contractFormOf,
  emptyContractForm,
  type ContractForm,
} from '../../web/src/contracts/contractForm.ts';
import { aContract } from '../support/contracts.ts';

const GOOD: ContractForm = { ...emptyContractForm(), name: 'Northwind', generatorId: 'g' };
const NEW = { timeZone: 'UTC', opened: null };

describe('the form of a contract', () => {
  it('needs no more than name and generator', () => {
    expect(checkContractForm(GOOD, NEW)).toMatchObject({ ok: true, facts: { quota: 100, features: null } });
  });

  it.each<[Partial<ContractForm>, string]>([
    [{ name: 'ab' }, 'name'],
    [{ generatorId: null }, 'generatorId'],
    [{ quota: '0' }, 'quota'],
    [{ quota: '1000001' }, 'quota'],
    [{ quota: '2.5' }, 'quota'],
    [{ quota: '' }, 'quota'],
    [{ limit: '0' }, 'limit'],
    [{ limit: '10001' }, 'limit'],
    [{ limit: 'many' }, 'limit'],
    [{ features: '[1]' }, 'features'],
    [{ day: '2027-02-30' }, 'day'],
    [{ perMinute: '0' }, 'rates'],
    [{ perMinute: '200' }, 'rates'],
    [{ perDay: '' }, 'rates'],
  ])('says beside the field what is wrong with %j', (part, field) => {
    const checked = checkContractForm({ ...GOOD, ...part }, NEW);
    expect(checked.ok ? null : Object.keys(checked.errors)).toEqual([field]);
  });

  it('lets a quota go down to what is used and no lower', () => {
    const opened = aContract({ quota: 10, used: 7 });
    const form = contractFormOf(opened, 'UTC');
    const place = { timeZone: 'UTC', opened };
    expect(checkContractForm({ ...form, quota: '7' }, place)).toMatchObject({ ok: true });
    expect(checkContractForm({ ...form, quota: '6' }, place)).toMatchObject({
      ok: false,
      errors: { quota: expect.stringContaining('7 licenses are issued') as string },
    });
  });

  it('moves no last day that nobody touched, whatever zone it is looked at in', () => {
    const expiresAt = new Date('2027-03-14T22:59:59.000Z');
    const opened = aContract({ expiresAt });
    const there = { timeZone: 'America/New_York', opened };
    const form = contractFormOf(opened, there.timeZone);
    const sent = (day: string) => {
      const checked = checkContractForm({ ...form, day }, there);
      return checked.ok ? checked.facts.expiresAt : undefined;
    };
    expect(sent(form.day)).toBe(expiresAt.toISOString());
    expect(sent('2027-03-15')).toBe('2027-03-16T03:59:59.000Z');
    expect(sent('')).toBeNull();
  });
});
