import type { ChainEnd } from '@latchkey/domain/audit/chain';
import { Failure } from '../lib/failure.mjs';

/** "812:3fa9c01e…", as an earlier run printed it: a number and at least 8 digits of the hash. */
export function seenEnd(text: string): ChainEnd {
  const match = /^([1-9][0-9]{0,14}):([0-9a-f]{8,64})$/.exec(text.trim());
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new Failure(
      `"${text}" is no end of a chain: write its number, a colon and 8 or more digits of its hash, as in 812:3fa9c01e.`,
    );
  }
  return { count: Number(match[1]), hash: match[2] };
}
