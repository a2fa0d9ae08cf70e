import type { Environment } from '@latchkey/domain/environment';
import type { License } from '@latchkey/domain/license/license';
import { decideCommand } from '@latchkey/domain/license/transitions';
import { envPath } from '../firestore/collections.ts';
import type { Stored, Versioned } from '../firestore/records.ts';
import { toLicense } from '../firestore/records.ts';
import { ConflictError } from '../firestore/store.ts';
import type { Write } from '../firestore/store.ts';
import { auditWrites, updateLicense } from '../firestore/writes.ts';
import type { Call } from './context.ts';

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
    const done = await expirePage(call, due);
    expired += done;
    // Others are at these licenses right now; what is still due comes again with the next run.
    if (done === 0) return { expired, more: true };
  }
  return { expired, more: true };
}

/** One commit for the page; when somebody else touched one of them, one by one. */
async function expirePage(call: Call, due: readonly Versioned<License>[]): Promise<number> {
  if (
    await committed(
      call,
      due.flatMap((license) => expiryWrites(call, license)),
    )
  )
    return due.length;
  let expired = 0;
  for (const license of due) if (await committed(call, expiryWrites(call, license))) expired += 1;
  return expired;
}

async function committed(call: Call, writes: readonly Write[]): Promise<boolean> {
  if (writes.length === 0) return false;
  try {
    await call.store.commit(writes);
    return true;
  } catch (error) {
    // Changed meanwhile: if it is still due, the next page brings it again.
    if (error instanceof ConflictError) return false;
    throw error;
  }
}

function expiryWrites(call: Call, license: Versioned<License>): Write[] {
  const standing = {
    license: license.record,
    private: { metadata: {}, internalNote: null },
    defaultGraceDays: 0,
  };
  const decision = decideCommand(standing, { type: 'expire' }, call.actor, call.now);
  if (!decision.ok || decision.license === null) return [];
  const { environment } = license.record;
  return [updateLicense(license, decision.license), ...auditWrites(environment, call, decision.audit)];
}
