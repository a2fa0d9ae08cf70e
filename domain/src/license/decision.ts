import type { AuditDraft } from '../audit/event.ts';
import type { License, LicensePrivate } from './license.ts';
import type { Refusal } from './refusals.ts';

/** What has to happen to the license's devices. */
export type DeviceEffect = 'keep' | 'suspend' | 'resume' | 'deactivate' | 'remove';

/** A license as it stands before a command, with what the decision needs beside it. */
export interface Standing {
  readonly license: License;
  readonly private: LicensePrivate;
  readonly defaultGraceDays: number;
}

export interface Accepted {
  readonly ok: true;
  /** The license as it has to be stored; null = delete it. */
  readonly license: License | null;
  readonly private: LicensePrivate;
  readonly devices: DeviceEffect;
  readonly audit: readonly AuditDraft[];
}

export type Decision = Accepted | Refusal;
