import type { Actor } from '@latchkey/domain/access/actor';
import type { IncomingMessage } from 'node:http';
import { config } from './config.ts';
import { activationId, customerId, keyHash } from './crypto/keyHash.ts';
import { derivedId } from './crypto/derivedId.ts';
import { newId, randomBytes } from './crypto/random.ts';
import { firestoreStore } from './firestore/connection.ts';
import { listenersMemory } from './firestore/listeners.ts';
import { clientAddress } from './http/clientAddress.ts';
import { WindowCounter } from './http/windowCounter.ts';
import type { Call, Tools } from './operations/context.ts';
import { smtpPost } from './mail/smtp.ts';
import { keyMemory } from './operations/keyMemory.ts';
import { settingsMemory } from './operations/settings.ts';
import { bucketFiles } from './storage/bucketFiles.ts';
import { httpsSender } from './webhooks/httpsSender.ts';

let tools: Tools | undefined;

/** What operations of this instance share: one connection, one memory of keys. */
export function sharedTools(): Tools {
  tools ??= {
    store: firestoreStore(),
    memory: keyMemory(),
    settings: settingsMemory(),
    listeners: listenersMemory(),
    sender: httpsSender({ localOrigin: config().webhookReceiver }),
    post: smtpPost,
    files: bucketFiles(),
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

/** Counts requests of doors that are open to anybody; tells of each whether its network address asks too much. */
export function addressQuota(options: {
  readonly quota: number;
  readonly windowMs: number;
}): (request: IncomingMessage) => boolean {
  const counter = new WindowCounter({
    windowMs: options.windowMs,
    maxNames: 50_000,
    clock: () => performance.now(),
  });
  return (request) => {
    const { rateLimits, trustedProxyHops } = config();
    if (!rateLimits) return false;
    return counter.add(clientAddress(request, trustedProxyHops), 1).used > options.quota;
  };
}
