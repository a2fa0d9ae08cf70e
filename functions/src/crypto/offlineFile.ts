import type { Activation } from '@latchkey/domain/activation/activation';
import { identifierText } from '@latchkey/domain/activation/identifier';
import type { License } from '@latchkey/domain/license/license';
import { OFFLINE_FILE_TYPE, offlineClaims } from '@latchkey/domain/wire/offlineFile';
import type { OfflineClaims, OfflineFile } from '@latchkey/domain/wire/offlineFile';
import { FlattenedSign } from 'jose';
import { deviceHash } from './deviceHash.ts';
import { ALGORITHM, signingKeys } from './signingKeys.ts';

const encoder = new TextEncoder();

/** Signs what was decided about a license, or about one of its devices. @param hours how long the file works at most */
export function signContents(
  {
    license,
    device,
    hours,
  }: { readonly license: License; readonly device: Activation | null; readonly hours: number },
  now: Date,
): Promise<OfflineFile> {
  const hash =
    device && deviceHash(identifierText({ type: device.identifierType, value: device.identifier }));
  return signOfflineFile(offlineClaims({ license, deviceHash: hash, hours }, now));
}

/**
 * Signs the claims of an offline file as a flattened JWS with the current key; whoever has the JWK set
 * verifies it.
 * @throws ConfigurationError when the keys are missing or malformed
 */
export async function signOfflineFile(claims: OfflineClaims): Promise<OfflineFile> {
  const { currentKid, privateKey } = await signingKeys();
  const header = { alg: ALGORITHM, kid: currentKid, typ: OFFLINE_FILE_TYPE };
  const signed = await new FlattenedSign(encoder.encode(JSON.stringify(claims)))
    .setProtectedHeader(header)
    .sign(privateKey);
  // Named member by member: exactly the three of the contract.
  return { payload: signed.payload, protected: signed.protected ?? '', signature: signed.signature };
}
