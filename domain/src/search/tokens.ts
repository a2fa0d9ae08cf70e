import { foldKey } from '../key/fold.ts';

interface Searchable {
  readonly key: string;
  readonly customerEmail: string | null;
  readonly customerName: string | null;
  readonly productName: string;
}

/** Leaves room for the other index entries of a license (design.md: at most 250 in all). */
export const MAX_TOKENS = 180;

/** Searches look at the first characters of a long text: of a pasted key, these. */
const LONG_KEY = 40;
const MAX_QUERY_TOKENS = 12;

/**
 * Tokens by which a license is found: every piece of three and of two characters of its key, its
 * customer's e-mail and name and its product's name, in folded form. A map compared by equality may
 * combine any number of tokens without a composite index.
 *
 * What most need comes first, as the number is bounded. Pieces of three answer every search but
 * those of two characters: together with a UUID key they leave room for an e-mail address, a name
 * and a product of 40 characters each and more. Pieces of two fill the rest; a license of up to
 * some 95 characters of text in all has every one. The end of a very long key pushes nothing out.
 */
export function licenseTokens(license: Searchable): Record<string, true> {
  const key = [...foldText(license.key)];
  const begin = key.slice(0, LONG_KEY).join('');
  const end = key.slice(LONG_KEY - 2).join('');
  const people = [license.customerEmail ?? '', license.customerName ?? '', license.productName].map(foldText);
  const pieces = [
    ...[begin, ...people, end].flatMap((text) => grams(text, 3)),
    ...[begin, ...people, end].flatMap((text) => grams(text, 2)),
  ];
  return Object.fromEntries([...new Set(pieces)].slice(0, MAX_TOKENS).map((token) => [token, true]));
}

/**
 * Tokens of a short record by its texts (a product by name and id, say), with the same bound: what stands
 * first is found first, and pieces of three come before pieces of two.
 */
export function textTokens(texts: readonly string[]): Record<string, true> {
  const folded = texts.map(foldText);
  const pieces = [...folded.flatMap((text) => grams(text, 3)), ...folded.flatMap((text) => grams(text, 2))];
  return Object.fromEntries([...new Set(pieces)].slice(0, MAX_TOKENS).map((token) => [token, true]));
}

/** Whether one of the texts really contains what is searched: tokens only narrow down. */
export function containsText(texts: readonly (string | null)[], text: string): boolean {
  const folded = foldText(text);
  return texts.some((field) => field !== null && foldText(field).includes(folded));
}

/** The tokens a search text asks for, or none when it is too short to search. */
export function queryTokens(text: string): string[] {
  const folded = foldText(text);
  const size = [...folded].length === 2 ? 2 : 3;
  return [...new Set(grams(folded, size))].slice(0, MAX_QUERY_TOKENS);
}

/** Tokens only narrow down; whether a license really contains the text is asked here. */
export function matchesSearch(license: Searchable, text: string): boolean {
  const { key, customerEmail, customerName, productName } = license;
  return containsText([key, customerEmail, customerName, productName], text);
}

/** Like keys: upper case without separators; `@` is kept, so "@example.com" means the domain. */
function foldText(text: string): string {
  return foldKey(text.normalize('NFKC'));
}

function grams(text: string, size: number): string[] {
  const characters = [...text];
  return characters
    .slice(0, characters.length - size + 1)
    .map((_, at) => characters.slice(at, at + size).join(''));
}
