import type { Environment } from '@latchkey/domain/environment';
import type { MailOrder } from '@latchkey/domain/mail/record';
import { licenseList } from '@latchkey/domain/mail/licenseList';
import { MAX_ATTEMPTS } from '@latchkey/domain/mail/record';
import type { MailValues } from '@latchkey/domain/mail/template';
import { mailPath } from '../../firestore/collections.ts';
import { ConflictError, unchanged } from '../../firestore/store.ts';
import type { Accounts } from '../accounts.ts';
import type { Call } from '../context.ts';
import { composeMail } from './composeMail.ts';
import { handOver, reportOfExtension } from './extension.ts';
import { invitationLink } from './invitationLink.ts';
import { licensesWithKeys } from './licensesWithKeys.ts';
import type { Mailing, StoredMail } from './mailing.ts';
import { isWanted, readMailing } from './mailing.ts';
import { NotYet } from './notYet.ts';
import type { OutgoingMail } from './postOffice.ts';
import { MailRefused } from './postOffice.ts';

/** Whoever sends has so long before others may think that they died. */
const LEASE_MS = 2 * 60 * 1000;

/**
 * Sends one mail, once: whoever sends it holds it by its record, and what is sent is never sent again. Only a
 * process that dies between the mail server's "yes" and our own note of it leaves a mail to be sent twice,
 * with the same Message-ID.
 * @throws NotYet while somebody else has it; whatever went wrong while trying again may help
 */
export async function deliverMail(
  call: Call,
  accounts: Accounts,
  environment: Environment,
  mailId: string,
  order: MailOrder,
): Promise<void> {
  const mailing = await readMailing(call, environment, mailId, order);
  const before = mailing.record.data;
  if (before && ['sent', 'failed', 'skipped'].includes(before.status)) return;
  if (before?.leaseUntil && before.leaseUntil > call.now) throw new NotYet(before.leaseUntil);
  if (before?.status === 'handed-over') {
    return note(call, environment, mailId, await reportOfExtension(call, mailing.mail.collection, mailId));
  }
  if (!(await isWanted(call, environment, order, mailing))) {
    const reason = 'By the time it could be sent, it was not wanted any more.';
    if (before) await note(call, environment, mailId, { status: 'skipped', problem: reason });
    return;
  }
  const attempts = await claim(call, environment, mailing, order);
  if (mailing.unwanted) return;
  let outcome: Partial<StoredMail>;
  try {
    outcome = await send(call, accounts, mailId, order, mailing);
  } catch (error) {
    const final = error instanceof MailRefused || attempts >= MAX_ATTEMPTS;
    const problem = error instanceof Error ? error.message : 'unknown';
    await note(call, environment, mailId, { status: final ? 'failed' : 'queued', problem });
    if (final) return;
    throw error;
  }
  await note(call, environment, mailId, outcome);
}

/** Takes the mail for this process; tells which attempt this is. */
async function claim(
  call: Call,
  environment: Environment,
  { record, license, unwanted }: Mailing,
  order: MailOrder,
): Promise<number> {
  const attempts = (record.data?.attempts ?? 0) + 1;
  const leaseUntil = new Date(call.now.getTime() + LEASE_MS);
  const skipped = { status: 'skipped', problem: 'The customer has switched such mail off.' } as const;
  const data: StoredMail = {
    ...order,
    keyHint: license?.keyHint ?? null,
    createdAt: record.data?.createdAt ?? call.now,
    updatedAt: call.now,
    sentAt: null,
    problem: record.data?.problem ?? null,
    ...(unwanted ? { attempts: 0, leaseUntil: null } : { status: 'sending', attempts, leaseUntil }),
    ...(unwanted && skipped),
  } as StoredMail;
  try {
    await call.store.commit([
      { kind: 'set', path: mailPath(environment, record.id), data, if: unchanged(record) },
    ]);
  } catch (error) {
    if (error instanceof ConflictError) throw new NotYet(leaseUntil);
    throw error;
  }
  return attempts;
}

async function send(
  call: Call,
  accounts: Accounts,
  id: string,
  order: MailOrder,
  { mail: sender, notifications, template, license, password }: Mailing,
): Promise<Partial<StoredMail>> {
  const appUrl = sender.appUrl === '' ? call.post.appUrl() : sender.appUrl;
  const { more, keys } = await lastWords(call, accounts, order, appUrl);
  const { renewalUrl } = notifications;
  const mail: OutgoingMail = composeMail({
    id,
    order,
    template,
    license,
    sender,
    appUrl,
    renewalUrl,
    more,
    keys,
  });
  if (sender.transport === 'collection') return handOver(call, sender.collection, id, mail);
  await call.post.smtp({ ...sender, password }, mail);
  return { status: 'sent', sentAt: call.now, problem: null };
}

/** What only the moment of sending may know, with the keys that are in it. */
async function lastWords(
  call: Call,
  accounts: Accounts,
  { kind, to, customerId }: MailOrder,
  appUrl: string,
): Promise<{ readonly more: MailValues; readonly keys: readonly string[] }> {
  if (kind === 'invitation' || kind === 'console')
    return { more: { link: await invitationLink(accounts, to, appUrl) }, keys: [] };
  if (kind !== 'keys' || customerId === null) return { more: {}, keys: [] };
  const licenses = await licensesWithKeys(call, customerId);
  return { more: { licenses: licenseList(licenses) }, keys: licenses.map(({ key }) => key) };
}

async function note(
  call: Call,
  environment: Environment,
  mailId: string,
  news: Partial<StoredMail>,
): Promise<void> {
  const data = { ...news, leaseUntil: null, updatedAt: call.now };
  await call.store.commit([{ kind: 'update', path: mailPath(environment, mailId), data }]);
  if (news.status === 'handed-over') throw new NotYet(new Date(call.now.getTime() + 60_000));
}
