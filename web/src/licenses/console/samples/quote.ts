/**
 * What is not seen as it is: controls, invisible and direction-changing characters, halves of pairs, odd
 * spaces. As escapes they cannot make code look like something that it is not.
 */
const UNSEEN = /(?! )[\p{C}\p{Z}]/gu;

function hex(character: string, digits: number): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(digits, '0');
}

/** In units of UTF-16, as JSON and JavaScript write them. */
function escapeUnits(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}

/** A JSON string; also a JavaScript one. */
export function quoteJson(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(UNSEEN, escapeUnits)}"`;
}

/** Python writes characters beyond the first 65,536 with eight digits. */
export function quotePython(text: string): string {
  const escape = (character: string): string =>
    character.length > 1 ? `\\U${hex(character, 8)}` : `\\u${hex(character, 4)}`;
  return `"${text.replace(/["\\]/g, '\\$&').replace(UNSEEN, escape)}"`;
}

/** A double-quoted PHP string, in which a dollar sign would begin a variable. */
export function quotePhp(text: string): string {
  return `"${text.replace(/["\\$]/g, '\\$&').replace(UNSEEN, (character) => `\\u{${hex(character, 1)}}`)}"`;
}

/** One word of a POSIX shell. The text must have no NUL, which no shell can hold. */
export function quoteShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
