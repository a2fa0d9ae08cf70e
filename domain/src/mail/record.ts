import type { MailKind } from './kinds.ts';
import type { MailValues } from './template.ts';

/**
 * A mail that somebody has asked for. It holds no text and no key: what it says is put together from the
 * license when it is sent.
 */
export interface MailOrder {
  readonly kind: MailKind;
  /** Folded e-mail address. */
  readonly to: string;
  readonly customerId: string | null;
  readonly licenseId: string | null;
  /** What the moment knew and the license does not keep: a reason, the days left. */
  readonly facts: MailValues;
}

export const MAIL_STATUSES = ['queued', 'sending', 'handed-over', 'sent', 'failed', 'skipped'] as const;
/**
 * Queued: waits for its next attempt. Handed over: Trigger Email has it and has not reported back. Failed:
 * refused for good or given up. Skipped: the customer wants no such mail.
 */
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** environments/{env}/mails/{id}: what became of a mail. Never its text, never a key. */
export interface MailRecord extends MailOrder {
  readonly id: string;
  readonly keyHint: string | null;
  readonly status: MailStatus;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly sentAt: Date | null;
  /** Nobody else tries before this moment. */
  readonly leaseUntil: Date | null;
  /** Of the last attempt, in the words of the mail server or of ours; null = nothing went wrong. */
  readonly problem: string | null;
}

/** Some hours of trying, with longer and longer pauses. */
export const MAX_ATTEMPTS = 14;
