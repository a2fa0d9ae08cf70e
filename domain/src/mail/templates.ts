import type { MailKind } from './kinds.ts';

/** A mail as it is written down: plain text with variables between double braces. */
export interface MailTemplate {
  readonly subject: string;
  readonly body: string;
}

/** What is sent where nobody has written something else. */
export const DEFAULT_TEMPLATES: Readonly<Record<MailKind, MailTemplate>> = {
  assignment: {
    subject: 'Your license for {{product}}',
    body: `Hello {{customerName}},

here is your license key for {{product}}. Enter it in the software:

{{licenseKey}}

It works on {{activationLimit}} and expires: {{expires}}.

You find your licenses and devices at any time in the portal:
{{portalLink}}

{{senderName}}`,
  },
  invitation: {
    subject: 'Your access to the license portal',
    body: `Hello {{customerName}},

in the license portal you see your licenses, their keys and the devices that use them. Choose a password to sign in:

{{link}}

The link works for one hour. Should it be too old, ask for a new one with "Forgot password" at {{portalLink}}.

{{senderName}}`,
  },
  console: {
    subject: 'Your access to the license console',
    body: `Hello {{customerName}},

you are invited to the license console, as {{role}}. Choose a password to sign in:

{{link}}

The link works for one hour. Should it be too old, ask for a new one with "Forgot password" at {{consoleLink}}.

{{senderName}}`,
  },
  keys: {
    subject: 'Your license keys',
    body: `Hello {{customerName}},

somebody, probably you, asked us for the license keys of this address. Here they are:

{{licenses}}

You find them at any time in the portal, with the devices that use them: {{portalLink}}

If you did not ask for this, you need not do anything. Nobody else has got this mail.

{{senderName}}`,
  },
  reminder: {
    subject: 'Your license for {{product}} expires in {{daysLeft}}',
    body: `Hello {{customerName}},

your license {{keyHint}}… for {{product}} expires on {{expires}}, in {{daysLeft}}.

Renew it here: {{renewalLink}}

You see it in the portal: {{portalLink}}

You can switch these reminders off in your settings: {{profileLink}}

{{senderName}}`,
  },
  expired: {
    subject: 'Your license for {{product}} has expired',
    body: `Hello {{customerName}},

your license {{keyHint}}… for {{product}} has expired on {{expires}}. The software stops working with it; nothing of yours is deleted.

We would be glad to renew it for you. Simply answer this mail.

Or renew it here: {{renewalLink}}

You can switch these reminders off in your settings: {{profileLink}}

{{senderName}}`,
  },
  suspended: {
    subject: 'Your license for {{product}} is suspended',
    body: `Hello {{customerName}},

your license {{keyHint}}… for {{product}} is suspended for now. Until that is lifted, the software does not work with it.

The reason: {{reason}}

If you think this is a mistake, answer this mail.

{{senderName}}`,
  },
  revoked: {
    subject: 'Your license for {{product}} was revoked',
    body: `Hello {{customerName}},

your license {{keyHint}}… for {{product}} was revoked. The software no longer works with it.

The reason: {{reason}}

If you think this is a mistake, answer this mail.

{{senderName}}`,
  },
  security: {
    subject: 'Your access was changed',
    body: `Hello {{customerName}},

{{what}}

If you did not expect this, tell an owner of your console now.

{{senderName}}`,
  },
  operations: {
    subject: 'Latchkey needs your attention',
    body: `Hello {{customerName}},

{{what}}

Look at it in the console: {{consoleLink}}

{{senderName}}`,
  },
};
