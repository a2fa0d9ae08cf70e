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
  const key = foldText(license.key);
  const { begin, end } = atLongKey(key);
  const people = [license.customerEmail ?? '', license.customerName ?? '', license.productName].map(foldText);
  return tokensOf([begin, ...people, end]);
}

/** A key of up to 40 characters has no end; that of a longer one overlaps its beginning by a piece. */
function atLongKey(key: string): { readonly begin: string; readonly end: string } {
  if (key.length < LONG_KEY - 1) return { begin: key, end: '' };
  const characters = [...key];
  return { begin: characters.slice(0, LONG_KEY).join(''), end: characters.slice(LONG_KEY - 2).join('') };
}

/**
 * Tokens of a short record by its texts (a product by name and id, say), with the same bound: what stands
 * first is found first, and pieces of three come before pieces of two.
 */
export function textTokens(texts: readonly string[]): Record<string, true> {
  return tokensOf(texts.map(foldText));
}

/** Made for every license of a generation of a hundred thousand: one map, filled as it goes. */
function tokensOf(folded: readonly string[]): Record<string, true> {
  const tokens: Record<string, true> = {};
  let room = MAX_TOKENS;
  for (const size of [3, 2]) {
    for (const text of folded) {
      for (const piece of grams(text, size)) {
        if (tokens[piece] === true) continue;
        if (room === 0) return tokens;
        tokens[piece] = true;
        room -= 1;
      }
    }
  }
  return tokens;
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

/** Characters beyond the basic plane are two units of a text each. */
const SURROGATE = /[\ud800-\udfff]/;

/** Every piece of so many characters, one after the other. */
function* grams(text: string, size: number): Generator<string, void, undefined> {
  const characters = SURROGATE.test(text) ? [...text] : null;
  const last = (characters ?? text).length - size;
  for (let at = 0; at <= last; at++) {
    yield characters?.slice(at, at + size).join('') ?? text.slice(at, at + size);
  }
}
