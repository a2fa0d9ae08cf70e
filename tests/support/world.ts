import type { Actor } from '@latchkey/domain/access/actor';
import { activationId, customerId, keyHash } from '@latchkey/functions/crypto/keyHash';
import { derivedId } from '@latchkey/functions/crypto/derivedId';
import { newId, randomBytes } from '@latchkey/functions/crypto/random';
import type { StoreCounts } from '@latchkey/functions/firestore/countingStore';
import { countingStore } from '@latchkey/functions/firestore/countingStore';
import type { Listeners } from '@latchkey/functions/firestore/listeners';
import type { Store } from '@latchkey/functions/firestore/store';
import { smtpPost } from '@latchkey/functions/mail/smtp';
import type { Call, Tools } from '@latchkey/functions/operations/context';
import { keyMemory } from '@latchkey/functions/operations/keyMemory';
import { settingsMemory } from '@latchkey/functions/operations/settings';
import { httpsSender } from '@latchkey/functions/webhooks/httpsSender';
import { emulatorHost, emulatorStore } from './emulatorStore.ts';
import { memoryFiles } from './memoryFiles.ts';
import { testSecrets } from './secrets.ts';

/** A Firestore of its own inside the running emulator, with all that operations need. */
export interface World {
  readonly project: string;
  readonly store: Store & { readonly counts: StoreCounts; reset(): void };
  readonly tools: Tools;
  /** What a process under test must see to work in the same Firestore; rate limits are off. */
  readonly env: Readonly<Record<string, string>>;
  /** One call as a door would make it; by default the owner's, at this moment. */
  call(by?: { actor?: Actor; now?: Date }): Call;
}

export const OWNER: Actor = { kind: 'person', uid: 'uid-owner', role: 'owner', name: 'Olga Owner' };
export const CLOCK: Actor = { kind: 'clock' };
export const SOFTWARE: Actor = { kind: 'software' };

/** As where it is known that no endpoint wants to be told of anything. */
export const nobodyListens: Listeners = { mayHear: () => false };

/** An empty world; its name is unused, so that earlier runs leave nothing behind in it. */
export function newWorld(name: string): World {
  Object.assign(process.env, testSecrets());
  const project = `demo-latchkey-${name}-${newId().slice(0, 6).toLowerCase()}`;
  const store = countingStore(emulatorStore(emulatorHost(), project));
  const tools = freshTools(store);
  return {
    project,
    store,
    tools,
    env: { ...testSecrets(), GCLOUD_PROJECT: project, LATCHKEY_RATE_LIMITS: 'off' },
    call: ({ actor = OWNER, now = new Date() } = {}) => ({ ...tools, now, actor, requestId: newId() }),
  };
}

/** Tools as a process that has just started holds them: it remembers no key. */
export function freshTools(store: Store): Tools {
  return {
    store,
    memory: keyMemory(),
    settings: settingsMemory(),
    listeners: nobodyListens,
    sender: httpsSender({ localOrigin: null }),
    post: smtpPost,
    files: memoryFiles(),
    newId,
    randomBytes,
    keyHash,
    derivedId,
    customerId,
    activationId,
  };
}
