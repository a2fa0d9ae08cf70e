import * as z from 'zod';
import { onOff, text, wholeNumbers } from './setting.ts';

/** Which mails leave. Each kind that customers may not refuse is said so in the templates. */
export const NOTIFICATION_SETTINGS = {
  assignment: onOff({
    label: 'License with its key',
    effect: 'Customers get their key when a license is assigned to them, for products that say so.',
    default: true,
  }),
  invitation: onOff({
    label: 'Invitation to the portal',
    effect: 'New customers get your own invitation. When off, the plain one of the sign-in service is sent.',
    default: true,
  }),
  console: onOff({
    label: 'Invitation to the console',
    effect:
      'People whom an owner invites get your own invitation. When off, the plain one of the sign-in service is sent.',
    default: true,
  }),
  keys: onOff({
    label: 'Lost license keys',
    effect:
      'On the sign-in page anybody can have the keys of an address mailed to it. Whoever asks never learns whether it is known.',
    default: true,
  }),
  suspended: onOff({
    label: 'License suspended',
    effect: 'Customers are told when a license of theirs is suspended, with the reason you give.',
    default: true,
  }),
  revoked: onOff({
    label: 'License revoked',
    effect: 'Customers are told when a license of theirs is revoked, with the reason you give.',
    default: true,
  }),
  security: onOff({
    label: 'Security alerts',
    effect: 'People of the console are told when what they may do has changed.',
    default: true,
  }),
  operations: onOff({
    label: 'Operations alerts',
    effect:
      'Owners are told when something needs them, such as a disabled webhook endpoint or an abuse case.',
    default: true,
  }),
  reminders: onOff({
    label: 'Reminders before expiry',
    effect: 'Customers are reminded on the days below. Whoever switched them off gets none.',
    default: true,
  }),
  reminderDays: wholeNumbers({
    label: 'Days of the reminders',
    effect: 'How many days ahead; once each for a license and its date.',
    min: 1,
    max: 365,
    most: 6,
    unit: 'days ahead',
    default: [30, 14, 7],
    onlyWhile: { setting: 'reminders', is: true },
  }),
  expired: onOff({
    label: 'Expiry and offer to renew',
    effect:
      'Customers are told when a license has expired, its grace included. Whoever switched them off is not.',
    default: true,
  }),
  renewalUrl: text({
    label: 'Where customers renew',
    effect: 'Put into reminders as a link. Empty: the lines that speak of it are left out.',
    maxLength: 200,
    form: z.url({ protocol: /^https?$/, error: 'must be a web address, such as https://example.com/renew' }),
    placeholder: 'https://example.com/renew',
    default: '',
  }),
};
