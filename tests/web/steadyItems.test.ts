import { describe, expect, it } from 'vitest';
import { steadyItems } from '../../web/src/ui/steadyItems.ts';

const choices = (...names: readonly string[]) => names.map((name) => ({ title: name, value: name }));
const names = (items: readonly { readonly value: string }[]) => items.map(({ value }) => value).join('');

describe('what an open menu offers', () => {
  it.each([
    ['nothing yet', '', 'abc', 'abc'],
    ['a row above the others', 'bc', 'abc', 'bca'],
    ['a row between the others', 'ac', 'abc', 'acb'],
    ['a row that is gone', 'abc', 'ac', 'abc'],
    ['the same rows', 'abc', 'abc', 'abc'],
  ])('keeps its places when there comes %s', (_, offered, now, shown) => {
    expect(names(steadyItems(choices(...offered), choices(...now)))).toBe(shown);
  });

  it('takes over another name', () => {
    const renamed = [{ title: 'Newer name', value: 'a' }];
    expect(steadyItems(choices('a', 'b'), renamed)[0]?.title).toBe('Newer name');
  });
});
