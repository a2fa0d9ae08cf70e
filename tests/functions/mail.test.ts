import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extensionMailPath, mailChoicePath } from '@latchkey/functions/firestore/collections';
import { commandAdmin } from '@latchkey/functions/operations/commandAdmin';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { inviteAdmin } from '@latchkey/functions/operations/inviteAdmin';
import { issueLicense } from '@latchkey/functions/operations/issueLicense';
import { mailWrite } from '@latchkey/functions/operations/mail/orderMail';
import { resendMail } from '@latchkey/functions/operations/mail/resendMail';
import { setAccess } from '@latchkey/functions/operations/setAccess';
import { startMailSink, type MailSink, type SinkOptions } from '../../scripts/stack/mail/mailSink.ts';
import { HOUR, later } from '../support/builders.ts';
import { documents, everything, readLicense } from '../support/inventory.ts';
import { drainMail, mailRecords, mailTo, sendsKeys } from '../support/mailWorld.ts';
import { noAccounts } from '../support/noAccounts.ts';
import { seedCatalog, seedLicense } from '../support/seedLicenses.ts';
import { newWorld, type World } from '../support/world.ts';

const CUSTOMER = { email: 'ada@example.com', name: 'Ada <b>Lovelace</b>' };
let world: World;
let sink: MailSink;
let sources: { productId: string; generatorId: string };

async function open(options: Partial<SinkOptions> = {}): Promise<void> {
  sink = await startMailSink({ port: 0, ...options });
}
beforeEach(async () => {
  world = newWorld('mail');
  sources = await seedCatalog(world);
});
afterEach(() => sink.close());

async function issued(): Promise<string> {
  const made = await issueLicense(world.call(), {
    environment: 'production',
    ...sources,
    customer: CUSTOMER,
  });
  if (!made.ok) throw new Error(made.reason);
  return made.licenseId;
}
const subjects = (): (string | undefined)[] => sink.arrived().map(({ mail }) => mail.subject);
const assigned = () => sink.arrived().find(({ mail }) => mail.subject?.startsWith('Your license'));

describe('the mail with the key', () => {
  beforeEach(() => open());

  test('arrives by SMTP: to the customer, with the whole key in its text and none in head or records', async () => {
    await mailTo(world, sink, sources);
    const license = await readLicense(world, await issued());
    expect(await drainMail(world)).toEqual([]);
    const arrived = assigned();
    expect(arrived?.to).toEqual(['ada@example.com']);
    expect(arrived?.mail).toMatchObject({
      from: { name: 'Acme & Sons', address: 'licenses@acme.test' },
      subject: `Your license for ${license?.productName}`,
      text: expect.stringContaining(`\n${license?.key}\n`) as string,
    });
    expect(arrived?.mail.html).toContain('Ada &lt;b&gt;Lovelace&lt;/b&gt;');
    expect(arrived?.mail.html).not.toContain('<b>');
    const record = (await mailRecords(world)).find(({ kind }) => kind === 'assignment');
    expect(record).toMatchObject({ status: 'sent', attempts: 1, problem: null, keyHint: license?.keyHint });
    expect(JSON.stringify(await mailRecords(world))).not.toContain(license?.key);
    expect(JSON.stringify(arrived?.mail.headers)).not.toContain(license?.key);
    expect(await documents(world, 'outbox')).toEqual([]);
  });

  test.each([
    ['the product does not send keys', () => sendsKeys(world, sources.productId, false)],
    ['the settings switch it off', () => mailTo(world, sink, { notifications: { assignment: false } })],
    ['no way for mail is chosen', () => mailTo(world, sink, { mail: { transport: 'off' } })],
  ])('does not leave where %s', async (_, close) => {
    await mailTo(world, sink, sources);
    await close();
    await issued();
    await drainMail(world);
    expect(assigned()).toBeUndefined();
  });

  test('does not go to the one who had the license before', async () => {
    await mailTo(world, sink, sources);
    const id = await issued();
    const customer = { email: 'next@example.com', name: 'Next' };
    expect(await commandLicense(world.call(), 'production', id, { type: 'transfer', customer })).toEqual({
      ok: true,
    });
    await drainMail(world);
    const keys = sink.arrived().filter(({ mail }) => mail.subject?.startsWith('Your license'));
    expect(keys.map(({ to }) => to)).toEqual([['next@example.com']]);
  });

  test('leaves once, though two drain at once, and again after it was sent', async () => {
    await mailTo(world, sink, sources);
    await issued();
    await Promise.all([1, 2, 3].map(() => drainMail(world)));
    await drainMail(world, later(HOUR, new Date()));
    expect(sink.arrived().filter(({ mail }) => mail.subject?.startsWith('Your license'))).toHaveLength(1);
  });
});

describe('suspending and revoking', () => {
  beforeEach(() => open());
  const because = { publicReason: 'The payment bounced.', note: 'internal words' };

  test.each([
    ['suspend', /is suspended$/],
    ['revoke', /was revoked$/],
  ] as const)('%s tells the customer the public reason and not the note', async (type, subject) => {
    await mailTo(world, sink);
    const { id } = await seedLicense(world);
    expect(await commandLicense(world.call(), 'production', id, { type, ...because })).toEqual({ ok: true });
    await drainMail(world);
    expect(subjects()).toEqual([expect.stringMatching(subject)]);
    expect(sink.arrived()[0]?.mail.text).toContain('The reason: The payment bounced.');
    expect(sink.arrived()[0]?.mail.text).not.toContain('internal');
  });
});

test('an invitation carries a link to choose a password on our own page; without a way, the plain one is sent', async () => {
  await open();
  await mailTo(world, sink);
  await issued();
  await drainMail(world);
  const [invitation] = sink.arrived();
  expect(invitation?.mail.text).toContain(
    'https://app.example/auth/action?mode=resetPassword&oobCode=code-to-choose-a-password',
  );
  const plain = newWorld('plain');
  const more = await seedCatalog(plain);
  await issueLicense(plain.call(), { environment: 'production', ...more, customer: CUSTOMER });
  const sent: string[] = [];
  const sendPasswordLink = async (email: string): Promise<void> => void sent.push(email);
  await drainMail(plain, new Date(), { ...noAccounts, sendPasswordLink });
  expect(sent).toEqual([CUSTOMER.email]);
});

describe('a mail server that says no', () => {
  test('for good is believed: the mail has failed, with its words', async () => {
    await open({ refuse: () => ({ code: 550, text: 'no such mailbox here' }) });
    await mailTo(world, sink);
    const { id } = await seedLicense(world);
    await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
    expect(await drainMail(world)).toEqual([]);
    expect(await mailRecords(world)).toMatchObject([
      { status: 'failed', attempts: 1, problem: expect.stringContaining('no such mailbox') as string },
    ]);
    expect(await documents(world, 'outbox')).toEqual([]);
  });

  test('for now is asked again, later and later, and the mail arrives once', async () => {
    let busy = true;
    await open({ refuse: () => (busy ? { code: 451, text: 'try later' } : null) });
    await mailTo(world, sink);
    const { id } = await seedLicense(world);
    await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
    const start = new Date();
    expect(await drainMail(world, start)).toEqual([expect.stringContaining('try later')]);
    expect(await drainMail(world, start)).toEqual([]);
    expect(await mailRecords(world)).toMatchObject([{ status: 'queued', attempts: 1 }]);
    busy = false;
    await drainMail(world, later(HOUR, start));
    expect(await mailRecords(world)).toMatchObject([{ status: 'sent', attempts: 2, problem: null }]);
    expect(sink.arrived()).toHaveLength(1);
  });

  test('in the end is given up', async () => {
    await open({ refuse: () => ({ code: 451, text: 'try later' }) });
    await mailTo(world, sink);
    const { id } = await seedLicense(world);
    await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
    for (let hours = 0; hours < 14; hours++) await drainMail(world, later(2 * hours * HOUR, new Date()));
    expect(await mailRecords(world)).toMatchObject([{ status: 'failed', attempts: 14 }]);
    expect(await documents(world, 'outbox')).toEqual([]);
  });

  test('to the password is asked again: it may be put right', async () => {
    await open({ password: 'right' });
    await mailTo(world, sink, { mail: { user: 'acme' }, password: 'wrong' });
    const { id } = await seedLicense(world);
    await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
    const start = new Date();
    expect(await drainMail(world, start)).toHaveLength(1);
    expect(await everything(world)).not.toContain('"wrong"');
    await mailTo(world, sink, { mail: { user: 'acme' }, password: 'right' });
    await drainMail(world, later(HOUR, start));
    expect(await mailRecords(world)).toMatchObject([{ status: 'sent' }]);
  });
});

test('who switched reminders off gets none of them, and the mails that must be', async () => {
  await open();
  await mailTo(world, sink);
  const { id, customerId, customerEmail } = await seedLicense(world);
  await world.store.commit([
    { kind: 'set', path: mailChoicePath(customerId ?? ''), data: { reminders: false } },
  ]);
  const mail = { to: customerEmail ?? '', customerId, licenseId: id, facts: { daysLeft: '7 days' } };
  await world.store.commit([mailWrite(world.call(), 'production', { kind: 'reminder', ...mail })]);
  await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
  await drainMail(world);
  expect(subjects()).toEqual([expect.stringMatching(/was revoked$/)]);
  expect(new Set((await mailRecords(world)).map(({ status }) => status))).toEqual(
    new Set(['skipped', 'sent']),
  );
});

test('a mail is sent once more on demand, as a mail of its own', async () => {
  await open();
  await mailTo(world, sink);
  const { id } = await seedLicense(world);
  await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
  await drainMail(world);
  const [sent] = await documents(world, 'mails');
  expect(await resendMail(world.call(), 'production', sent?.id ?? '')).toEqual({ ok: true });
  expect(await resendMail(world.call(), 'production', 'nothing')).toMatchObject({ code: 'NOT_FOUND' });
  await drainMail(world, later(HOUR, new Date()));
  expect(sink.arrived()).toHaveLength(2);
});

describe('Trigger Email', () => {
  beforeEach(() => open());
  async function handedOver(): Promise<string> {
    await mailTo(world, sink, { mail: { transport: 'collection', collection: 'mail' } });
    const { id } = await seedLicense(world);
    await commandLicense(world.call(), 'production', id, { type: 'revoke', publicReason: 'x', note: null });
    await drainMail(world);
    const [record] = await documents(world, 'mails');
    expect(record?.data).toMatchObject({ status: 'handed-over' });
    return extensionMailPath('mail', record?.id ?? '');
  }

  test.each([
    ['SUCCESS', { status: 'sent', problem: null }],
    ['ERROR', { status: 'failed', problem: 'Error: mailbox full' }],
  ])('gets the mail in its collection; %s is noted and the document goes', async (state, expected) => {
    const path = await handedOver();
    const [found] = await world.store.getAll<object>([path]);
    expect(found?.data).toMatchObject({
      to: [expect.any(String)],
      message: { subject: expect.any(String) as string },
    });
    await drainMail(world, later(HOUR, new Date()));
    expect(await mailRecords(world)).toMatchObject([{ status: 'handed-over' }]);
    const delivery = { state, error: state === 'ERROR' ? 'Error: mailbox full' : null };
    await world.store.commit([{ kind: 'update', path, data: { delivery } }]);
    await drainMail(world, later(3 * HOUR, new Date()));
    expect(await mailRecords(world)).toMatchObject([expected]);
    expect((await world.store.getAll([path]))[0]?.data).toBeUndefined();
    expect(sink.arrived()).toEqual([]);
  });
});

test('whose role changes is told by mail, whatever they do in the console', async () => {
  await open();
  await mailTo(world, sink);
  const owner = await setAccess(
    world.call(),
    noAccounts,
    { email: 'owner@x.example', name: 'O' },
    { role: 'owner' },
  );
  const who = { email: 'admin@x.example', name: 'A' };
  const uid = await setAccess(world.call(), noAccounts, who, { role: 'admin' });
  const command = { type: 'change-access', role: 'viewer', environments: null } as const;
  expect(await commandAdmin(world.call(), owner, uid, command)).toMatchObject({ ok: true });
  await drainMail(world);
  expect(sink.arrived().map(({ to }) => to)).toEqual([[who.email]]);
  expect(sink.arrived()[0]?.mail.text).toContain('from admin to viewer');
});

describe('an invitation to the console', () => {
  const NEW = { email: 'New@example.com', name: 'Nora', role: 'admin', environments: null } as const;
  /** The owner who invites, as they are stored. */
  async function owner(): Promise<string> {
    const person = {
      email: 'o@example.com',
      name: 'Olga',
      role: 'owner',
      environments: null,
      customerId: null,
    };
    const rights = { disabled: false, claimsValidAfter: new Date(0), createdAt: new Date(0) };
    await world.store.commit([{ kind: 'set', path: 'users/uid-owner', data: { ...person, ...rights } }]);
    return 'uid-owner';
  }
  const invite = async (accounts = noAccounts) => inviteAdmin(world.call(), accounts, await owner(), NEW);

  test('leaves by our own mail with role and link; no record of it holds the link', async () => {
    await open();
    await mailTo(world, sink);
    expect(await invite()).toMatchObject({ ok: true, newcomer: true, mailed: true });
    expect(await drainMail(world)).toEqual([]);
    const [mail] = sink.arrived();
    expect(mail?.mail.subject).toBe('Your access to the license console');
    expect(mail?.mail.text).toContain('as admin');
    expect(mail?.mail.text).toContain('/auth/action?mode=resetPassword&oobCode=code-to-choose-a-password');
    expect(await mailRecords(world)).toMatchObject([
      { kind: 'console', to: 'new@example.com', status: 'sent' },
    ]);
    expect(JSON.stringify(await mailRecords(world))).not.toContain('code-to-choose-a-password');
  });

  test('is left to the sign-in service where no mail leaves or the owner wants it so', async () => {
    await open();
    expect(await invite()).toMatchObject({ ok: true, newcomer: true, mailed: false });
    world = newWorld('mail');
    await mailTo(world, sink, { notifications: { console: false } });
    expect(await invite()).toMatchObject({ ok: true, newcomer: true, mailed: false });
    expect(await drainMail(world)).toEqual([]);
    expect(sink.arrived()).toEqual([]);
  });

  test('is sent to nobody who has signed in before: a customer who gets a role needs no password', async () => {
    await open();
    await mailTo(world, sink);
    const known = [{ uid: 'uid-new-example-com', lastSignInAt: new Date(), secondFactor: false }];
    const accounts = { ...noAccounts, signIns: () => Promise.resolve(known) };
    expect(await invite(accounts)).toMatchObject({ ok: true, newcomer: false, mailed: false });
    expect(await drainMail(world)).toEqual([]);
    expect(sink.arrived()).toEqual([]);
  });

  test('of who works here already is refused, and mails nobody', async () => {
    await open();
    await mailTo(world, sink);
    await invite();
    await drainMail(world);
    expect(await invite()).toMatchObject({ ok: false });
    await drainMail(world);
    expect(subjects()).toHaveLength(1);
  });
});
