import type { KeyFormat, KeyPart } from '../key/format.ts';
import { keyParts } from '../key/format.ts';
import { judgeBits, keyBits } from '../key/randomness.ts';

export type FormatVerdict =
  | { readonly ok: true; readonly bits: number; readonly warning: string | null }
  | { readonly ok: false; readonly reason: string };

/** Separators are folded away when a key is looked up: as random characters they would count for nothing. */
const CHARSET = /^(?![^]*[-_.])[!-~]+$/;

/** What survives the trimming of a request and can be typed anywhere. */
const SENDABLE = /^([!-~]([ -~]*[!-~])?)?$/;

/** Whether keys of this form may be issued: length of contract.md, randomness of decisions.md. */
export function checkFormat(format: KeyFormat): FormatVerdict {
  if (format.type !== 'uuid' && !CHARSET.test(format.charset)) {
    return { ok: false, reason: 'The charset takes visible ASCII characters other than - _ and the dot.' };
  }
  const parts = keyParts(format);
  if (parts.some((part) => 'charset' in part && part.charset.length === 0)) {
    return { ok: false, reason: 'The charset has no character for one of the placeholders.' };
  }
  if (!SENDABLE.test(parts.map(sample).join(''))) {
    return { ok: false, reason: 'Keys take ASCII characters only and neither begin nor end with a space.' };
  }
  const length = format.type === 'uuid' ? 36 : parts.reduce((sum, part) => sum + partLength(part), 0);
  if (length < 8 || length > 128) {
    return { ok: false, reason: `Keys would have ${length} characters; they need 8 to 128.` };
  }
  const bits = Math.floor(keyBits(format));
  switch (judgeBits(bits)) {
    case 'refused':
      return { ok: false, reason: `Keys would hold ${bits} bits of randomness; at least 60 are needed.` };
    case 'weak':
      return {
        ok: true,
        bits,
        warning: `Keys hold ${bits} bits of randomness; 100 or more are recommended.`,
      };
    case 'good':
      return { ok: true, bits, warning: null };
  }
}

function sample(part: KeyPart): string {
  return 'literal' in part ? part.literal : part.charset.charAt(0);
}

function partLength(part: KeyPart): number {
  return 'literal' in part ? part.literal.length : 1;
}
