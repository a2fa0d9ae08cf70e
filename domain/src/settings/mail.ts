import * as z from 'zod';
import { choice, text, wholeNumber } from './setting.ts';
import type { SettingValue } from './setting.ts';

const whileSmtp = { setting: 'transport', is: 'smtp' } as const;
const whileCollection = { setting: 'transport', is: 'collection' } as const;
const host = z.string().regex(/^[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?$/, {
  error: 'must be the name of a server, such as smtp.example.com',
});
const address = z.email({ error: 'must be an e-mail address' });
const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be a web address, such as https://example.com' })
  .regex(/[^/]$/, { error: 'must not end in a slash' });

/** How mail leaves. The password is no setting: it is kept where nobody reads it. */
export const MAIL_SETTINGS = {
  transport: choice({
    label: 'Way',
    effect:
      'SMTP works with any provider; Trigger Email leaves the sending to the Firebase extension of that name.',
    options: [
      { value: 'off', title: 'No mail is sent' },
      { value: 'smtp', title: 'SMTP' },
      { value: 'collection', title: 'Trigger Email extension' },
    ],
    default: 'off',
  }),
  host: text({
    label: 'SMTP server',
    effect: 'The provider of your mail names it.',
    maxLength: 253,
    form: host,
    placeholder: 'smtp.example.com',
    default: '',
    onlyWhile: whileSmtp,
  }),
  port: wholeNumber({
    label: 'SMTP port',
    effect: 'Usually 587 with STARTTLS, 465 with TLS from the start.',
    min: 1,
    max: 65_535,
    unit: '',
    default: 587,
    onlyWhile: whileSmtp,
  }),
  encryption: choice({
    label: 'Encryption',
    effect: 'Mail holds license keys, so it travels encrypted; without encryption only on this machine.',
    options: [
      { value: 'starttls', title: 'STARTTLS' },
      { value: 'tls', title: 'TLS from the start' },
      { value: 'none', title: 'None (this machine only)' },
    ],
    default: 'starttls',
    onlyWhile: whileSmtp,
  }),
  user: text({
    label: 'SMTP user',
    effect: 'The name to sign in with at the mail server. Empty: it asks for none.',
    maxLength: 200,
    default: '',
    onlyWhile: whileSmtp,
  }),
  collection: text({
    label: 'Collection of the extension',
    effect:
      'The top-level collection that the extension watches. It holds each mail, key and all, until it is sent.',
    maxLength: 60,
    form: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, { error: 'must be the name of a collection' }),
    placeholder: 'mail',
    default: 'mail',
    onlyWhile: whileCollection,
  }),
  senderName: text({
    label: 'Name of the sender',
    effect: 'Shown to customers as the one who writes, and at the end of each mail.',
    maxLength: 100,
    placeholder: 'Acme',
    default: '',
  }),
  senderAddress: text({
    label: 'Address of the sender',
    effect: 'Mail comes from this address; your provider must allow it.',
    maxLength: 254,
    form: address,
    placeholder: 'licenses@example.com',
    default: '',
  }),
  replyTo: text({
    label: 'Answers go to',
    effect: 'Where a customer writes who answers a mail. Empty: to the address of the sender.',
    maxLength: 254,
    form: address,
    default: '',
  }),
  appUrl: text({
    label: 'Address of this app',
    effect: 'Links in mails begin with it. Empty: the address that Firebase Hosting gives the project.',
    maxLength: 200,
    form: webAddress,
    placeholder: 'https://licenses.example.com',
    default: '',
  }),
};

const THIS_MACHINE = ['127.0.0.1', 'localhost'];

/** What a way of sending cannot do without. */
export function checkMail(values: Readonly<Record<string, SettingValue>>): Record<string, string> {
  if (values['transport'] === 'off') return {};
  const wrong: Record<string, string> = {};
  if (values['senderAddress'] === '') wrong['senderAddress'] = 'Mail needs an address that it comes from.';
  if (values['transport'] === 'collection') {
    if (values['collection'] === '') wrong['collection'] = 'Name the collection that the extension watches.';
    return wrong;
  }
  if (values['host'] === '') wrong['host'] = 'Name the server that takes the mail.';
  if (values['encryption'] === 'none' && !THIS_MACHINE.includes(String(values['host']))) {
    wrong['encryption'] =
      'Without encryption, anybody on the way could read license keys. Choose STARTTLS or TLS.';
  }
  return wrong;
}
