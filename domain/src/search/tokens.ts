import { foldKey } from '../key/fold.ts';

interface Searchable {
  readonly key: string;
  readonly customerEmail: string | null;
  readonly customerName: string | null;
  readonly productName: string;
}

/** Leaves room for the other index entries of a license (design.md: at most 250 in all). */
export const MAX_TOKENS = 180;

/**
 * Tokens by which a license is found: every piece of two and of three characters of its key, its
 * customer's e-mail and name and its product's name, in folded form. A map compared by equality may
 * combine any number of tokens without a composite index. Long keys come last, so that a very long
 * key never pushes the people out.
 */
export function licenseTokens(license: Searchable): Record<string, true> {
  const texts = [license.customerEmail ?? '', license.productName, license.customerName ?? '', license.key];
  const pieces = texts.map(foldText).flatMap((text) => [...grams(text, 2), ...grams(text, 3)]);
  return Object.fromEntries([...new Set(pieces)].slice(0, MAX_TOKENS).map((token) => [token, true]));
}

/** The tokens a search text asks for, or none when it is too short to search. */
export function queryTokens(text: string): string[] {
  const folded = foldText(text);
  return folded.length < 2
    ? []
    : [...new Set(grams(folded, folded.length === 2 ? 2 : 3))].slice(0, MAX_QUERY_TOKENS);
}

/** Tokens only narrow down; whether a license really contains the text is asked here. */
export function matchesSearch(license: Searchable, text: string): boolean {
  const folded = foldText(text);
  return [license.key, license.customerEmail, license.customerName, license.productName].some(
    (field) => field !== null && foldText(field).includes(folded),
  );
}

const MAX_QUERY_TOKENS = 12;

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
