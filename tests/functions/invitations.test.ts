import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commandAdmin } from '@latchkey/functions/operations/commandAdmin';
import { inviteAdmin } from '@latchkey/functions/operations/inviteAdmin';
import { issueLicense } from '@latchkey/functions/operations/issueLicense';
import { setAccess } from '@latchkey/functions/operations/setAccess';
import { startMailSink, type MailSink } from '../../scripts/stack/mail/mailSink.ts';
import { drainMail, mailRecords, mailTo } from '../support/mailWorld.ts';
import { noAccounts } from '../support/noAccounts.ts';
import { seedCatalog } from '../support/seedLicenses.ts';
import { newWorld, type World } from '../support/world.ts';

const CUSTOMER = { email: 'ada@example.com', name: 'Ada <b>Lovelace</b>' };
let world: World;
let sink: MailSink;

beforeEach(async () => {
  world = newWorld('mail');
  sink = await startMailSink({ port: 0 });
});
afterEach(() => sink.close());

test('an invitation carries a link to choose a password on our own page; without a way, the plain one is sent', async () => {
  await mailTo(world, sink);
  const sources = await seedCatalog(world);
  await issueLicense(world.call(), { environment: 'production', ...sources, customer: CUSTOMER });
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

test('whose role changes is told by mail, whatever they do in the console', async () => {
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
    expect(await invite()).toMatchObject({ ok: true, newcomer: true, mailed: false });
    world = newWorld('mail');
    await mailTo(world, sink, { notifications: { console: false } });
    expect(await invite()).toMatchObject({ ok: true, newcomer: true, mailed: false });
    expect(await drainMail(world)).toEqual([]);
    expect(sink.arrived()).toEqual([]);
  });

  test('is sent to nobody who has signed in before: a customer who gets a role needs no password', async () => {
    await mailTo(world, sink);
    const known = [{ uid: 'uid-new-example-com', lastSignInAt: new Date(), secondFactor: false }];
    const accounts = { ...noAccounts, signIns: () => Promise.resolve(known) };
    expect(await invite(accounts)).toMatchObject({ ok: true, newcomer: false, mailed: false });
    expect(await drainMail(world)).toEqual([]);
    expect(sink.arrived()).toEqual([]);
  });

  test('of who works here already is refused, and mails nobody', async () => {
    await mailTo(world, sink);
    await invite();
    await drainMail(world);
    expect(await invite()).toMatchObject({ ok: false });
    await drainMail(world);
    expect(sink.arrived()).toHaveLength(1);
  });
});
