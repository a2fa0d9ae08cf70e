import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ConfigurationError } from '../config.ts';
import { deviceHash } from './deviceHash.ts';
import { KEY_PEPPER } from './secrets.ts';

/**
 * Where the index of license keys keeps a key: `k` (a record id starts with a letter) and its
 * HMAC-SHA256 under the pepper in base64url. Without the pepper nobody can tell from a stolen index
 * which guess would have hit.
 * @param foldedKey a key in its look-up form (domain/key/fold)
 * @throws ConfigurationError when the pepper is missing or malformed
 */
export function keyHash(foldedKey: string): string {
  return `k${keyed('key', foldedKey).toString('base64url')}`;
}

/**
 * A customer's id in every environment: `c` and 27 characters (162 bits) of the same keyed hash in
 * a domain of its own, so that an id tells nothing about the address and never equals a key's hash.
 * @param foldedEmail an address in its compared form (domain/customer)
 */
export function customerId(foldedEmail: string): string {
  return `c${keyed('customer', foldedEmail).toString('base64url').slice(0, 27)}`;
}

/**
 * The record of a device: one for each license and identifier, found without a query.
 * @param identifierText the identifier with its type (domain/activation/identifier)
 */
export function activationId(licenseId: string, identifierText: string): string {
  return `${licenseId}_${deviceHash(identifierText)}`;
}

/**
 * A pseudonym of a network for one license: `n` and 21 characters of the keyed hash, so that nothing tells which
 * network it is, and the same network looks different for every license.
 * @param network a shortened address (http/callerOrigin)
 */
export function networkPseudonym(licenseId: string, network: string): string {
  return `n${keyed('network', `${licenseId}\0${network}`).toString('base64url').slice(0, 21)}`;
}

function keyed(purpose: string, text: string): Buffer {
  return createHmac('sha256', pepper()).update(purpose).update('\0').update(text).digest();
}

let cached: { readonly text: string; readonly key: KeyObject } | undefined;

function pepper(): KeyObject {
  const text = process.env[KEY_PEPPER] ?? '';
  if (cached?.text !== text) cached = { text, key: createSecretKey(pepperBytes(text)) };
  return cached.key;
}

function pepperBytes(text: string): Buffer {
  if (text === '') throw new ConfigurationError(KEY_PEPPER, 'is not set');
  const bytes = Buffer.from(text, 'base64url');
  if (!/^[\w-]+=?$/.test(text) || bytes.length < 32) {
    throw new ConfigurationError(KEY_PEPPER, 'must be at least 32 bytes in base64url');
  }
  return bytes;
}
