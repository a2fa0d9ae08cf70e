/** Every kind of mail that leaves by itself, in the order in which they are listed. */
export const MAIL_KINDS = [
  'assignment',
  'invitation',
  'console',
  'keys',
  'reminder',
  'expired',
  'suspended',
  'revoked',
  'security',
  'operations',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** What may stand in a template between double braces, and what it becomes. */
export const MAIL_VARIABLES = {
  customerName: 'The name of the customer, or else their e-mail address',
  product: 'The name of the product',
  licenseKey: 'The whole license key',
  licenses: 'All licenses of the customer, each with its product and its whole key',
  keyHint: 'The first 8 characters of the license key',
  activationLimit: 'How many devices may use it: "3 devices", "any number of devices"',
  expires: 'The day on which it expires: "31 March 2027", or "never"',
  daysLeft: 'How many days are left: "7 days", "1 day"',
  reason: 'The reason that was given for the customer',
  renewalLink: 'Where customers renew, as the settings say',
  link: 'The link to choose a password',
  role: 'The role that somebody has in the console',
  what: 'What has happened',
  portalLink: 'The customer portal',
  consoleLink: 'The console',
  profileLink: 'Where customers choose which mail they get',
  senderName: 'The name of the sender, as the settings say',
} as const;
export type MailVariable = keyof typeof MAIL_VARIABLES;

export interface MailKindFacts {
  readonly title: string;
  /** When it is sent. */
  readonly when: string;
  /** Sent whatever the customer has chosen, because not knowing would harm them. */
  readonly mandatory: boolean;
  readonly variables: readonly MailVariable[];
  /** Without it the mail would be of no use. */
  readonly needs: MailVariable | null;
}

const ABOUT_A_LICENSE = [
  'customerName',
  'product',
  'keyHint',
  'expires',
  'portalLink',
  'senderName',
] as const;

export const MAIL_KIND_FACTS: Readonly<Record<MailKind, MailKindFacts>> = {
  assignment: {
    title: 'License with its key',
    when: 'A license is assigned to a customer, where the product says so.',
    mandatory: true,
    variables: [...ABOUT_A_LICENSE, 'licenseKey', 'activationLimit'],
    needs: 'licenseKey',
  },
  invitation: {
    title: 'Invitation to the portal',
    when: 'A customer is new, or is invited again.',
    mandatory: true,
    variables: ['customerName', 'link', 'portalLink', 'senderName'],
    needs: 'link',
  },
  console: {
    title: 'Invitation to the console',
    when: 'An owner invites somebody who has never signed in.',
    mandatory: true,
    variables: ['customerName', 'link', 'role', 'consoleLink', 'senderName'],
    needs: 'link',
  },
  keys: {
    title: 'Lost license keys',
    when: 'Somebody asks for the keys of an address on the sign-in page, and it is a customer.',
    mandatory: true,
    variables: ['customerName', 'licenses', 'portalLink', 'senderName'],
    needs: 'licenses',
  },
  reminder: {
    title: 'Reminder before expiry',
    when: 'A license is about to expire, on the days that the settings name.',
    mandatory: false,
    variables: [...ABOUT_A_LICENSE, 'daysLeft', 'renewalLink', 'profileLink'],
    needs: null,
  },
  expired: {
    title: 'Expiry and offer to renew',
    when: 'A license has expired, its grace included.',
    mandatory: false,
    variables: [...ABOUT_A_LICENSE, 'renewalLink', 'profileLink'],
    needs: null,
  },
  suspended: {
    title: 'License suspended',
    when: 'A license is suspended.',
    mandatory: true,
    variables: [...ABOUT_A_LICENSE, 'reason'],
    needs: null,
  },
  revoked: {
    title: 'License revoked',
    when: 'A license is revoked.',
    mandatory: true,
    variables: [...ABOUT_A_LICENSE, 'reason'],
    needs: null,
  },
  security: {
    title: 'Security alert',
    when: 'What somebody may do in the console has changed.',
    mandatory: true,
    variables: ['customerName', 'what', 'portalLink', 'senderName'],
    needs: 'what',
  },
  operations: {
    title: 'Operations alert',
    when: 'Something needs an owner, such as a disabled webhook endpoint or an abuse case. Owners get it.',
    mandatory: true,
    variables: ['customerName', 'what', 'consoleLink', 'senderName'],
    needs: 'what',
  },
};

export function isMailKind(value: unknown): value is MailKind {
  return MAIL_KINDS.some((kind) => kind === value);
}
