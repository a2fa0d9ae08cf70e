/** A piece of a line: text, or an address of the web, which becomes a link. */
export interface MailPiece {
  readonly text: string;
  readonly isLink: boolean;
}

/** A paragraph with its lines, or a text that is set apart in the letters of keys. */
export type MailBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly MailPiece[])[] }
  | { readonly kind: 'key'; readonly text: string };

/** Only addresses of the web; a sentence's own punctuation stays outside. */
const WEB_ADDRESS = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/;

/** The text of a mail in its parts, as the mail and its preview show them. `keys` are set apart. */
export function mailBlocks(text: string, keys: readonly string[] = []): MailBlock[] {
  return text.split(/\n{2,}/).map((part) => {
    if (keys.includes(part.trim())) return { kind: 'key', text: part.trim() };
    return { kind: 'paragraph', lines: part.split('\n').map(pieces) };
  });
}

function pieces(line: string): MailPiece[] {
  return line
    .split(WEB_ADDRESS)
    .map((text, index) => ({ text, isLink: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
