import { foldEmail } from '@latchkey/domain/customer/customer';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { ConflictError } from '../../firestore/store.ts';
import { outboxWrite } from '../../firestore/writes.ts';
import type { Call } from '../context.ts';
import { mailSwitches } from './orderMail.ts';

const HOUR = 60 * 60 * 1000;

/**
 * Asks for the keys of an address to be mailed to it. One write, whoever it is: that the address belongs to
 * nobody is found out later, when nobody waits for an answer. One address gets one such mail an hour.
 */
export async function askForLostKeys(call: Call, email: string): Promise<{ ok: true } | Refusal> {
  const switches = await mailSwitches(call, 'production');
  if (!switches?.keys) {
    return refuse('MAIL_OFF', 'Keys are not sent by mail here. Sign in to see yours, or ask the seller.');
  }
  const folded = foldEmail(email);
  const hour = Math.floor(call.now.getTime() / HOUR);
  const id = call.derivedId(`lost-keys:${folded}:${hour}`);
  try {
    await call.store.commit([outboxWrite('production', call, { kind: 'lost-keys', email: folded }, id)]);
  } catch (error) {
    // Asked for already within the hour.
    if (!(error instanceof ConflictError)) throw error;
  }
  return { ok: true };
}
