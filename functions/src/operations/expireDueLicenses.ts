import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { expiryFields } from '@latchkey/domain/license/expiry';
import { mailsOfChange } from '@latchkey/domain/mail/fromAudit';
import { decideCommand } from '@latchkey/domain/license/transitions';
import { envPath } from '../firestore/collections.ts';
import type { Stored, Versioned } from '../firestore/records.ts';
import { toLicense } from '../firestore/records.ts';
import { ConflictError } from '../firestore/store.ts';
import type { Write } from '../firestore/store.ts';
import { auditWrites, updateLicense } from '../firestore/writes.ts';
import type { Call } from './context.ts';
import { mailSwitches, mailWrite } from './mail/orderMail.ts';

const PAGE = 200;

export interface SweepResult {
  readonly expired: number;
  /** True when the time ran out before the due licenses did; the next run goes on. */
  readonly more: boolean;
}

/**
 * Stores "expired" for every license whose time (and grace) is over. Pages go by what is still due,
 * so a run that was killed, missed or doubled just continues; each license is guarded by its version
 * and so expires exactly once. Nobody waits for it: decisions are made by the clock.
 */
export async function expireDueLicenses(
  call: Call,
  environment: Environment,
  until: () => boolean,
): Promise<SweepResult> {
  let expired = 0;
  const switches = await mailSwitches(call, environment);
  while (!until()) {
    const snapshots = await call.store.query<Stored<License>>({
      parent: envPath(environment),
      collection: 'licenses',
      where: [['dueAt', '<=', call.now]],
      orderBy: [['dueAt', 'asc']],
      limit: PAGE,
    });
    const due = snapshots.flatMap((snapshot) => toLicense(environment)(snapshot) ?? []);
    if (due.length === 0) return { expired, more: false };
    const page = due.map((license) => settled(call, license, switches));
    const done = await commitPage(call, page);
    expired += done.filter((one) => one.expires).length;
    // Others are at these licenses right now; what is still due comes again with the next run.
    if (done.length === 0) return { expired, more: true };
  }
  return { expired, more: true };
}

/** What takes one license out of the due ones. */
interface Settled {
  readonly expires: boolean;
  readonly writes: readonly Write[];
}

/** One commit for the page; when somebody else touched one of them, one by one. Gives back what was written. */
async function commitPage(call: Call, page: readonly Settled[]): Promise<readonly Settled[]> {
  const all = page.flatMap(({ writes }) => writes);
  if (await committed(call, all)) return page;
  const done: Settled[] = [];
  for (const one of page) if (await committed(call, one.writes)) done.push(one);
  return done;
}

async function committed(call: Call, writes: readonly Write[]): Promise<boolean> {
  try {
    await call.store.commit(writes);
    return true;
  } catch (error) {
    // Changed meanwhile: if it is still due, the next page brings it again.
    if (error instanceof ConflictError) return false;
    throw error;
  }
}

function settled(
  call: Call,
  license: Versioned<License>,
  switches: Awaited<ReturnType<typeof mailSwitches>>,
): Settled {
  const { record } = license;
  const standing = { license: record, private: { metadata: {}, internalNote: null }, defaultGraceDays: 0 };
  const decision = decideCommand(standing, { type: 'expire' }, call.actor, call.now);
  if (!decision.ok || decision.license === null) {
    // Marked as due without being it: left alone, it would come first in every page to come.
    return { expires: false, writes: [updateLicense(license, { ...record, ...expiryFields(record) })] };
  }
  const audit = auditWrites(record.environment, call, decision.audit);
  const mails = switches === null ? [] : mailsOfChange(decision.license, decision.audit, switches);
  const ordered = mails.map((mail) => mailWrite(call, record.environment, mail));
  return { expires: true, writes: [updateLicense(license, decision.license), ...audit, ...ordered] };
}
