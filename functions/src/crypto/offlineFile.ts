import { OFFLINE_FILE_TYPE } from '@latchkey/domain/wire/offlineFile';
import type { OfflineClaims, OfflineFile } from '@latchkey/domain/wire/offlineFile';
import { FlattenedSign } from 'jose';
import { ALGORITHM, signingKeys } from './signingKeys.ts';

const encoder = new TextEncoder();

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
