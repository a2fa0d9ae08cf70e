import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** Stands in for the service account that signs links when deployed; lives as long as the stack. */
export interface LocalSigner {
  readonly account: string;
  readonly publicKey: KeyObject;
  /** What the functions sign with, as their environment takes it. */
  readonly variable: string;
}

export function newLocalSigner(project: string): LocalSigner {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const account = `local-signer@${project}.iam.gserviceaccount.com`;
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return {
    account,
    publicKey: createPublicKey(privateKey),
    variable: JSON.stringify({ account, privateKey: pem }),
  };
}
