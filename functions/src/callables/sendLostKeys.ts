import type { SendLostKeysAnswer } from '@latchkey/domain/wire/console/sendLostKeys';
import { SendLostKeysRequest } from '@latchkey/domain/wire/console/sendLostKeys';
import type { CallableRequest } from 'firebase-functions/https';
import { HttpsError } from 'firebase-functions/https';
import { askForLostKeys } from '../operations/mail/askForLostKeys.ts';
import { addressQuota, newCall } from '../tools.ts';
import { openDoor } from './door.ts';

/** So many from one network address; each instance counts for itself. */
const isTooMuch = addressQuota({ quota: 10, windowMs: 15 * 60 * 1000 });

/**
 * Mails the keys of an address to it. Nobody is told whether it is known, neither by the answer nor by how
 * long it takes: the mail leaves with the next tick, and no nudge of ours waits for it.
 */
export const sendLostKeys = openDoor(
  SendLostKeysRequest,
  async ({ email }, _request, requestId): Promise<SendLostKeysAnswer> =>
    askForLostKeys(newCall({ kind: 'clock' }, requestId), email),
  countsAddress,
);

function countsAddress({ rawRequest }: CallableRequest): void {
  if (isTooMuch(rawRequest)) {
    throw new HttpsError('resource-exhausted', 'That was asked for too often. Wait a quarter of an hour.');
  }
}
