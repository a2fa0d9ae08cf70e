import { createSign } from 'node:crypto';
import { ConfigurationError } from '../config.ts';
import type { LinkSigner } from '../crypto/signedUrl.ts';
import { googleAuth } from './googleAuth.ts';

/** A service account with a key of its own, made by the local stack for itself. */
export const LOCAL_SIGNER = 'LATCHKEY_LOCAL_SIGNER';

/**
 * Deployed, the service account that the function runs as signs through Google's IAM, so that no private key
 * lies anywhere; it needs the role "Service Account Token Creator" on itself.
 */
export const runtimeSigner: LinkSigner = {
  account: async () => {
    const { client_email: account } = await (await googleAuth()).getCredentials();
    if (account === undefined) throw new Error('the runtime has no service account to sign with');
    return account;
  },
  sign: async (text) => Buffer.from(await (await googleAuth()).sign(text), 'base64'),
};

/** @throws ConfigurationError when the variable is missing or malformed; never with its value */
export function localSigner(json: string | undefined): LinkSigner {
  const { account, privateKey } = parsed(json ?? '');
  return {
    account: async () => account,
    sign: async (text) => createSign('RSA-SHA256').update(text).sign(privateKey),
  };
}

function parsed(json: string): { account: string; privateKey: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    value = null;
  }
  const { account, privateKey } = (value ?? {}) as { account?: unknown; privateKey?: unknown };
  if (typeof account === 'string' && typeof privateKey === 'string') return { account, privateKey };
  throw new ConfigurationError(LOCAL_SIGNER, 'needs "account" and "privateKey"');
}
