import type { Environment } from '@latchkey/domain/environment';
import type { OutboxEntry, OutboxWork } from '@latchkey/domain/outbox/entry';
import { envPath } from '../firestore/collections.ts';
import type { Snapshot } from '../firestore/store.ts';
import { ConflictError } from '../firestore/store.ts';
import type { Accounts } from './accounts.ts';
import { alignSignIn } from './alignSignIn.ts';
import type { Call } from './context.ts';
import { alignAccount, inviteCustomer } from './customer/alignAccount.ts';
import { deliverMail } from './mail/deliverMail.ts';
import { eraseMails } from './mail/eraseMails.ts';
import { mailLostKeys } from './mail/mailLostKeys.ts';
import { NotYet } from './mail/notYet.ts';
import { reconcileDevices, removeDevices } from './reconcileDevices.ts';
import { catchUp } from './webhook/catchUp.ts';
import { fanOut } from './webhook/fanOut.ts';
import { stopDeliveries } from './webhook/stopDeliveries.ts';
import { tellEvents } from './webhook/tellEvents.ts';

const PAGE = 50;
const LONGEST_WAIT = 60 * 60 * 1000;

export interface DrainResult {
  readonly done: number;
  readonly failed: number;
}

/**
 * Does the work that commits left behind. Every piece may run twice or in any order without harm,
 * so drains need no lock; what fails waits longer each time and is never dropped.
 */
export async function drainOutbox(
  call: Call,
  accounts: Accounts,
  environment: Environment,
  until: () => boolean,
  report: (error: unknown, work: OutboxWork['kind']) => void,
): Promise<DrainResult> {
  let done = 0;
  let failed = 0;
  while (!until()) {
    const entries = await call.store.query<OutboxEntry>({
      parent: envPath(environment),
      collection: 'outbox',
      where: [['notBefore', '<=', call.now]],
      orderBy: [['notBefore', 'asc']],
      limit: PAGE,
    });
    const told = await tellEvents(call, environment, entries);
    done += told.size;
    for (const entry of entries) {
      if (until()) break;
      if (told.has(entry.path)) continue;
      if (await attempt(call, accounts, environment, entry, report)) done += 1;
      else failed += 1;
    }
    if (entries.length < PAGE) break;
  }
  return { done, failed };
}

async function attempt(
  call: Call,
  accounts: Accounts,
  environment: Environment,
  entry: Snapshot<OutboxEntry>,
  report: (error: unknown, work: OutboxWork['kind']) => void,
): Promise<boolean> {
  if (!entry.data) return true;
  const { work, attempts } = entry.data;
  try {
    await perform(call, accounts, environment, entry.id, work);
    await call.store.commit([{ kind: 'delete', path: entry.path }]);
    return true;
  } catch (error) {
    if (error instanceof NotYet) return later(call, entry.path, error.until);
    report(error, work.kind);
    const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** attempts);
    const data = { attempts: attempts + 1, notBefore: new Date(call.now.getTime() + wait) };
    await call.store.commit([{ kind: 'update', path: entry.path, data }]).catch((again: unknown) => {
      report(again, work.kind);
    });
    return false;
  }
}

/** Nothing went wrong, so the next attempt is as soon as it makes sense. */
async function later(call: Call, path: string, notBefore: Date): Promise<boolean> {
  await call.store.commit([{ kind: 'update', path, data: { notBefore } }]).catch((error: unknown) => {
    // Whoever had it before us is done with it.
    if (!(error instanceof ConflictError)) throw error;
  });
  return false;
}

function perform(
  call: Call,
  accounts: Accounts,
  environment: Environment,
  id: string,
  work: OutboxWork,
): Promise<unknown> {
  switch (work.kind) {
    case 'devices':
      return reconcileDevices(call, environment, work.licenseId);
    case 'remove-devices':
      return removeDevices(call, environment, work.licenseId);
    case 'customer-account':
      return alignAccount(call, accounts, work.customerId);
    case 'customer-invitation':
      return inviteCustomer(call, accounts, environment, work.customerId, id);
    case 'lost-keys':
      return mailLostKeys(call, accounts, environment, id, work.email);
    case 'mail':
      return deliverMail(call, accounts, environment, id, work.mail);
    case 'remove-file':
      return call.files.remove(work.path);
    case 'webhook-events':
      return fanOut(call, environment, work.eventIds);
    case 'webhook-catch-up':
      return catchUp(call, environment, work.endpointId, work.since);
    case 'webhook-stop':
      return stopDeliveries(call, environment, work.endpointId);
    case 'erase-mails':
      return eraseMails(call, work.customerId, work.deletedAt);
    case 'sign-in':
      return alignSignIn(call, accounts, work.uid);
  }
}
