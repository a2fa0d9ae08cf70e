import { ConfigurationError } from '../config.ts';
import type { LinkSigner } from '../crypto/signedUrl.ts';
import { googleAuth } from './googleAuth.ts';
import { LOCAL_SIGNER, localSigner, runtimeSigner } from './signers.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where files lie and how they are reached: Google's service, or the emulator with a gate before it. */
export interface FilePlace {
  readonly bucket: string;
  /** Scheme and host of the JSON API. */
  readonly api: string;
  /** Scheme and host that signed links lead to. */
  readonly links: string;
  readonly signer: LinkSigner;
  readonly authorization: () => Promise<string>;
}

const GOOGLE = 'https://storage.googleapis.com';

/** @throws ConfigurationError when there is no bucket, or the stack did not say where its gate is */
export function filePlace(env: Env): FilePlace {
  const emulator = env['FIREBASE_STORAGE_EMULATOR_HOST'];
  const bucket = bucketOf(env);
  if (!emulator) {
    return {
      bucket,
      api: GOOGLE,
      links: GOOGLE,
      signer: runtimeSigner,
      authorization: async () => `Bearer ${(await (await googleAuth()).getAccessToken()) ?? ''}`,
    };
  }
  const links = env['LATCHKEY_FILE_GATE'];
  if (!links) throw new ConfigurationError('LATCHKEY_FILE_GATE', 'is not set');
  return {
    bucket,
    api: `http://${emulator}`,
    links,
    // Looked for when a link is signed: the demo data uploads without one.
    get signer() {
      return localSigner(env[LOCAL_SIGNER]);
    },
    authorization: async () => 'Bearer owner',
  };
}

/** The project's own bucket, unless another one is named. */
function bucketOf(env: Env): string {
  const named = env['LATCHKEY_DOWNLOADS_BUCKET'];
  if (named) return named;
  const bucket = configuredBucket(env['FIREBASE_CONFIG'] ?? '');
  if (bucket === null) throw new ConfigurationError('LATCHKEY_DOWNLOADS_BUCKET', 'is not set');
  return bucket;
}

function configuredBucket(json: string): string | null {
  try {
    const { storageBucket } = JSON.parse(json) as { storageBucket?: unknown };
    return typeof storageBucket === 'string' && storageBucket !== '' ? storageBucket : null;
  } catch {
    return null;
  }
}
