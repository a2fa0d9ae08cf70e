import { hash, verify, type KeyObject } from 'node:crypto';

/** Whose links count. */
export interface Issuer {
  readonly account: string;
  readonly publicKey: KeyObject;
}

export type LinkVerdict = 'good' | 'unsigned' | 'forged' | 'early' | 'expired';

const WEEK = 7 * 86_400;
/** A link may be used by a clock that is a little behind. */
const SKEW_MS = 15 * 60_000;

/**
 * Judges a V4 signed address of Cloud Storage as the service does: written from the description of the signing
 * process, not from what signs here, so that a mistake on either side shows.
 */
export function checkSignedUrl(method: string, url: URL, issuer: Issuer, now: Date): LinkVerdict {
  const given = [...url.searchParams];
  const one = (name: string): string => url.searchParams.get(name) ?? '';
  const signature = one('X-Goog-Signature');
  if (signature === '') return 'unsigned';
  const moment = one('X-Goog-Date');
  const begins = momentOf(moment);
  const lives = Number(one('X-Goog-Expires'));
  const scope = `${moment.slice(0, 8)}/auto/storage/goog4_request`;
  const inOrder =
    begins !== null &&
    one('X-Goog-Algorithm') === 'GOOG4-RSA-SHA256' &&
    one('X-Goog-Credential') === `${issuer.account}/${scope}` &&
    one('X-Goog-SignedHeaders') === 'host' &&
    Number.isInteger(lives) &&
    lives > 0 &&
    lives <= WEEK;
  if (!inOrder || begins === null) return 'forged';

  const query = given
    .filter(([name]) => name !== 'X-Goog-Signature')
    .map(([name, value]) => [strict(name), strict(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
  const request = `${method}\n${url.pathname}\n${query}\nhost:${url.host}\n\nhost\nUNSIGNED-PAYLOAD`;
  const signed = `GOOG4-RSA-SHA256\n${moment}\n${scope}\n${hash('sha256', request, 'hex')}`;
  const bytes = Buffer.from(signature, 'hex');
  if (!verify('RSA-SHA256', Buffer.from(signed), issuer.publicKey, bytes)) return 'forged';

  if (now.getTime() < begins - SKEW_MS) return 'early';
  return now.getTime() >= begins + lives * 1000 ? 'expired' : 'good';
}

/** "20260304T050607Z" in milliseconds. */
function momentOf(text: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match.map(Number);
  return Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
}

/** RFC 3986: only unreserved characters stay. */
function strict(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
