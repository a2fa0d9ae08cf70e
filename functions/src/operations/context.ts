import type { Actor } from '@latchkey/domain/access/actor';
import type { Listeners } from '../firestore/listeners.ts';
import type { Store } from '../firestore/store.ts';
import type { Files } from './download/files.ts';
import type { KeyMemory } from './keyMemory.ts';
import type { PostOffice } from './mail/postOffice.ts';
import type { SettingsMemory } from './settings.ts';
import type { WebhookSender } from './webhook/sender.ts';

/** What operations need from the outside world; doors hand it in, tests and demo data too. */
export interface Tools {
  readonly store: Store;
  /** Which license a key was last seen to open; per process. */
  readonly memory: KeyMemory;
  /** What the settings were last seen to say; per process. */
  readonly settings: SettingsMemory;
  /** Who wants to be told of events, as far as this process knows. */
  readonly listeners: Listeners;
  /** Brings events to those who listen. */
  readonly sender: WebhookSender;
  /** Takes the mail that leaves. */
  readonly post: PostOffice;
  /** Where the files of releases lie. */
  readonly files: Files;
  /** Random id of a record, 20 letters and digits. */
  readonly newId: () => string;
  /** Bytes of a CSPRNG. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Keyed hash of a folded key: its place in the index. */
  readonly keyHash: (foldedKey: string) => string;
  /** The one id of a customer over all environments, derived from the folded e-mail. */
  readonly customerId: (foldedEmail: string) => string;
  /** Id of a record that comes into being once for a text, however often it is asked for. */
  readonly derivedId: (text: string) => string;
  /** Id of the record of a device: one per license and identifier. */
  readonly activationId: (licenseId: string, identifierText: string) => string;
}

/** One call: the clock is read once, by the door. */
export interface Call extends Tools {
  readonly now: Date;
  readonly requestId: string;
  readonly actor: Actor;
  /** No mail leaves because of it: for whoever moves here with customers they have already. */
  readonly quiet?: boolean;
}
