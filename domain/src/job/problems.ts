import type { Actor } from '../access/actor.ts';
import { GIVE_UP_AFTER_MS } from './states.ts';

/** Why a job failed, in a sentence for whoever looks at it: what is wrong and what to do. */

export function lostRight(actor: Actor): string {
  const who = actor.kind === 'person' || actor.kind === 'api-key' ? actor.name : 'Whoever started it';
  return `${who} may not do this any longer, so the job was stopped. Somebody who may can retry it.`;
}

/** More licenses match than were agreed to. `touched` = how many were already carried out. */
export function grewBeyond(confirmed: number, touched: number): string {
  const grown = `More licenses match by now than the ${confirmed.toLocaleString('en')} that were confirmed`;
  return touched === 0
    ? `${grown}, so nothing was changed. Look at the list again and start anew.`
    : `${grown}, so the job was stopped before it touched the others. Look at the list again and start anew.`;
}

export const GIVEN_UP =
  `It broke off on our side again and again for ${GIVE_UP_AFTER_MS / 60_000} minutes without getting on, so it was given up. ` +
  'What was done stays done; retry it to go on from there.';
