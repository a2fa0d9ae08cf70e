import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { workFolder } from './paths.ts';

/** What the functions read from their environment; in production it comes from Secret Manager. */
export interface Secrets {
  /** JSON: `{ current: kid, keys: [private Ed25519 JWK, ...] }`, at least two keys. */
  readonly LATCHKEY_SIGNING_KEYS: string;
  /** base64url, 32 bytes: keys the hash by which license keys are found. */
  readonly LATCHKEY_KEY_PEPPER: string;
}

/** This machine's own secrets, made once; they guard demo data only and never leave .latchkey. */
export function localSecrets(): Secrets {
  const file = join(workFolder, 'secrets.json');
  if (!existsSync(file)) writeOnce(file, `${JSON.stringify(newSecrets(), null, 2)}\n`);
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

/** Fresh secrets: a current and a next signing key, and a pepper. */
export function newSecrets(): Secrets {
  const keys = [newSigningKey(), newSigningKey()];
  return {
    LATCHKEY_SIGNING_KEYS: JSON.stringify({ current: keys[0]?.kid, keys }),
    LATCHKEY_KEY_PEPPER: randomBytes(32).toString('base64url'),
  };
}

function newSigningKey() {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { ...jwk, kid: randomBytes(8).toString('base64url'), alg: 'EdDSA', use: 'sig' };
}

/** A link either appears whole or not at all: of several commands that start at once, one decides. */
function writeOnce(file: string, text: string): void {
  mkdirSync(workFolder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
