import { KEY_HINT_LENGTH } from '../key/fold.ts';

const ADDRESS = /@[a-z0-9.-]*[a-z0-9]\.[a-z]{2,}$/i;

/**
 * A search text as a record may show it: cut to the key hint, unless it is an e-mail address or the end of
 * one. Any other long text may be a key, whatever it looks like.
 */
export function shownSearch(search: string): string {
  const trimmed = search.trim();
  return ADDRESS.test(trimmed) ? trimmed : [...trimmed].slice(0, KEY_HINT_LENGTH).join('');
}
