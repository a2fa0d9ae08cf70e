import type { Actor } from '@latchkey/domain/access/actor';
import { activationId, customerId, keyHash } from './crypto/keyHash.ts';
import { derivedId } from './crypto/derivedId.ts';
import { newId, randomBytes } from './crypto/random.ts';
import { firestoreStore } from './firestore/connection.ts';
import type { Call, Tools } from './operations/context.ts';
import { smtpPost } from './mail/smtp.ts';
import { keyMemory } from './operations/keyMemory.ts';
import { settingsMemory } from './operations/settings.ts';

let tools: Tools | undefined;

/** What operations of this instance share: one connection, one memory of keys. */
export function sharedTools(): Tools {
  tools ??= {
    store: firestoreStore(),
    memory: keyMemory(),
    settings: settingsMemory(),
    post: smtpPost,
    newId,
    randomBytes,
    keyHash,
    derivedId,
    customerId,
    activationId,
  };
  return tools;
}

/** One call of a door: the clock is read here and nowhere below. */
export function newCall(actor: Actor, requestId: string): Call {
  return { ...sharedTools(), now: new Date(), requestId, actor };
}
