import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mailChoicePath } from '@latchkey/functions/firestore/collections';
import { commandLicense } from '@latchkey/functions/operations/commandLicense';
import { issueLicense } from '@latchkey/functions/operations/issueLicense';
import { mailWrite } from '@latchkey/functions/operations/mail/orderMail';
import { resendMail } from '@latchkey/functions/operations/mail/resendMail';
import { startMailSink, type MailSink, type SinkOptions } from '../../scripts/stack/mail/mailSink.ts';
import { HOUR, later } from '../support/builders.ts';
import { documents, readLicense } from '../support/inventory.ts';
import { drainMail, mailRecords, mailTo, sendsKeys } from '../support/mailWorld.ts';
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
