/** Letters and digits without the look-alikes 0 O 1 I L. */
export const DEFAULT_CHARSET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** How a generator makes keys (decisions.md, Keys). */
export type KeyFormat =
  | { readonly type: 'uuid' }
  | {
      readonly type: 'chunk';
      readonly count: number;
      readonly size: number;
      readonly charset: string;
      readonly separator: '-' | '_' | '.' | '';
      readonly prefix: string;
      readonly suffix: string;
    }
  /** Literal text plus `#` digit, `A` letter, `X` letter or digit; a backslash makes the next one literal. */
  | { readonly type: 'custom'; readonly pattern: string; readonly charset: string };

/** A key is a row of fixed texts and of draws from a set of characters. */
export type KeyPart = { readonly literal: string } | { readonly charset: string };

export function keyParts(format: KeyFormat): KeyPart[] {
  switch (format.type) {
    case 'uuid':
      return [];
    case 'chunk':
      return chunkParts(format);
    case 'custom':
      return patternParts(format.pattern, unique(format.charset));
  }
}

/** Whether two keys may differ in case alone, so that a match must be exact. */
export function isCaseSensitive(format: KeyFormat): boolean {
  if (format.type === 'uuid') return false;
  const upper = [...unique(format.charset)].map((character) => character.toUpperCase());
  return new Set(upper).size !== upper.length;
}

function chunkParts(format: Extract<KeyFormat, { type: 'chunk' }>): KeyPart[] {
  const charset = unique(format.charset);
  const parts: KeyPart[] = [{ literal: format.prefix }];
  for (let chunk = 0; chunk < format.count; chunk++) {
    if (chunk > 0) parts.push({ literal: format.separator });
    for (let index = 0; index < format.size; index++) parts.push({ charset });
  }
  return [...parts, { literal: format.suffix }];
}

function patternParts(pattern: string, charset: string): KeyPart[] {
  const digits = charset.replace(/[^0-9]/g, '');
  const letters = charset.replace(/[^A-Za-z]/g, '');
  const parts: KeyPart[] = [];
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    if (character === '\\' && index + 1 < pattern.length) parts.push({ literal: pattern.charAt(++index) });
    else if (character === '#') parts.push({ charset: digits });
    else if (character === 'A') parts.push({ charset: letters });
    else if (character === 'X') parts.push({ charset: letters + digits });
    else parts.push({ literal: character });
  }
  return parts;
}

function unique(charset: string): string {
  return [...new Set(charset)].join('');
}
