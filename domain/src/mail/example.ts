import type { MailKind } from './kinds.ts';
import { MAIL_KIND_FACTS } from './kinds.ts';
import type { MailValues } from './template.ts';

export const EXAMPLE_KEY = 'EXAMP-LEKEY-00000-00000-00000';

/** What previews and test mails speak of: nobody's license. */
export function exampleValues(kind: MailKind, appUrl: string, senderName: string): MailValues {
  const all: MailValues = {
    customerName: 'Ada Lovelace',
    product: 'Example Product',
    licenseKey: EXAMPLE_KEY,
    licenses: `Example Product:\n\n${EXAMPLE_KEY}`,
    keyHint: 'EXAMP-LE',
    activationLimit: '3 devices',
    expires: '31 March 2030',
    daysLeft: '7 days',
    reason: 'The last payment did not arrive.',
    renewalLink: `${appUrl}/renew`,
    link: `${appUrl}/auth/action?mode=resetPassword&oobCode=example`,
    role: 'admin',
    what:
      kind === 'operations'
        ? 'The webhook endpoint "Billing" was disabled: nothing could be delivered to it for 3 days.'
        : 'Your role in the console was changed from viewer to admin.',
    portalLink: `${appUrl}/portal`,
    consoleLink: `${appUrl}/admin`,
    profileLink: `${appUrl}/portal/settings`,
    senderName,
  };
  const known: readonly string[] = MAIL_KIND_FACTS[kind].variables;
  return Object.fromEntries(Object.entries(all).filter(([name]) => known.includes(name)));
}
