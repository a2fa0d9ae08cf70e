import type { JsonObject } from '../json.ts';
import type { CustomerRef } from './license.ts';

/** Everything that can be done to a license (decisions.md, the state machine). */
export const COMMAND_NAMES = [
  'assign',
  'activate',
  'inactivate',
  'reactivate',
  'suspend',
  'unsuspend',
  'expire',
  'revoke',
  'transfer',
  'edit',
  'renew',
  'delete',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** Two texts: a public reason that the customer sees, and an internal note. */
export interface Reasons {
  readonly publicReason: string | null;
  readonly note: string | null;
}

/** What "edit" may change; a member that is absent stays as it is. */
export interface LicenseChanges {
  readonly activationLimit?: number;
  readonly expiresAt?: Date | null;
  /** null = follow the settings' default again. */
  readonly graceDays?: number | null;
  readonly features?: JsonObject;
  readonly metadata?: JsonObject;
}

/** A command with all that it needs. `activate` comes with devices: see validation.ts and activate.ts. */
export type LicenseCommand =
  | { readonly type: 'assign'; readonly customer: CustomerRef }
  | ({ readonly type: 'inactivate' } & Reasons)
  | { readonly type: 'reactivate' }
  | ({ readonly type: 'suspend' } & Reasons)
  | { readonly type: 'unsuspend' }
  | { readonly type: 'expire' }
  | ({ readonly type: 'revoke' } & Reasons)
  | { readonly type: 'transfer'; readonly customer: CustomerRef }
  | {
      readonly type: 'edit';
      readonly changes: LicenseChanges;
      readonly revision: number | null;
      /** Who shall have it; absent, or who has it already = as it is. */
      readonly customer?: CustomerRef;
    }
  /** null = agreed to together with others, by typing how many they are. */
  | { readonly type: 'delete'; readonly confirmation: string | null };
