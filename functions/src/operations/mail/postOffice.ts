import type { SettingsOf } from '@latchkey/domain/settings/sections';

/** A mail as it leaves. */
export interface OutgoingMail {
  /** The same for every attempt, so that whoever gets a mail twice can tell. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Where to sign in as whom. */
export type SmtpAccess = Pick<SettingsOf<'mail'>, 'host' | 'port' | 'encryption' | 'user'> & {
  readonly password: string;
};

/** The world outside that takes mail; doors hand it in. */
export interface PostOffice {
  /** @throws MailRefused when trying again would not help; anything else may pass */
  smtp(access: SmtpAccess, mail: OutgoingMail): Promise<void>;
  /** The address of the app where the settings name none. */
  readonly appUrl: () => string;
}

/** The mail server said no for good, in its own words. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}
