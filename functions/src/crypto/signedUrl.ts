import { hash } from 'node:crypto';

/** Signs in the name of a service account: RSASSA-PKCS1-v1_5 with SHA-256 over the text. */
export interface LinkSigner {
  /** E-mail of the service account; it stands in the address. */
  readonly account: () => Promise<string>;
  readonly sign: (text: string) => Promise<Uint8Array>;
}

export interface LinkTarget {
  /** Scheme and host: "https://storage.googleapis.com". */
  readonly origin: string;
  readonly bucket: string;
  /** Path in the bucket. */
  readonly object: string;
  /** Seconds from `now`, 7 days at most. */
  readonly expiresIn: number;
  /** Content-Disposition of the answer; as a part of what is signed, nobody can change it. */
  readonly disposition: string;
}

const ALGORITHM = 'GOOG4-RSA-SHA256';
const DAY_IN_SECONDS = 86_400;

/**
 * A V4 signed address for one GET of one object: the address alone lets its bearer in, until it expires.
 * Canonical request, string to sign and their order are those of Google's "V4 signing process with your own
 * program"; a test compares the result with Google's own library.
 */
export async function signedUrl(signer: LinkSigner, target: LinkTarget, now: Date): Promise<string> {
  const { origin, bucket, object, expiresIn, disposition } = target;
  if (!Number.isInteger(expiresIn) || expiresIn < 1 || expiresIn > 7 * DAY_IN_SECONDS) {
    throw new RangeError('a signed address lives from 1 second to 7 days');
  }
  const { host } = new URL(origin);
  const moment = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const scope = `${moment.slice(0, 8)}/auto/storage/goog4_request`;
  const query = canonicalQuery({
    'X-Goog-Algorithm': ALGORITHM,
    'X-Goog-Credential': `${await signer.account()}/${scope}`,
    'X-Goog-Date': moment,
    'X-Goog-Expires': String(expiresIn),
    'X-Goog-SignedHeaders': 'host',
    'response-content-disposition': disposition,
  });
  const path = `/${[bucket, ...object.split('/')].map(encoded).join('/')}`;
  const request = ['GET', path, query, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const toSign = [ALGORITHM, moment, scope, hash('sha256', request, 'hex')].join('\n');
  const signature = Buffer.from(await signer.sign(toSign)).toString('hex');
  return `${origin}${path}?${query}&X-Goog-Signature=${signature}`;
}

/** Names and values encoded, sorted by name. */
function canonicalQuery(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
}

/** Everything but A–Z a–z 0–9 `- . _ ~`, as the signing process wants it. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
