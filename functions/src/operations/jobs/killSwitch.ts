import type { LicensePage } from '@latchkey/domain/job/bulk';
import { BULK_PAGE } from '@latchkey/domain/job/bulk';
import type { KillSwitchWork } from '@latchkey/domain/job/catalogWork';
import type { License } from '@latchkey/domain/license/license';
import { refuse } from '@latchkey/domain/license/refusals';
import { licensePath } from '../../firestore/collections.ts';
import { UnavailableError } from '../../firestore/store.ts';
import { commandLicense } from '../commandLicense.ts';
import type { AskedCommand } from '../commandLicense.ts';
import { atOnce } from './atOnce.ts';
import type { JobKindRunner, JobStep } from './kind.ts';
import { licensesOfProduct } from './productLicenses.ts';
import type { RowOutcome } from './rows.ts';
import { rowsOf } from './rows.ts';
import { countLicensesSelected, nextLicenses } from './selectLicenses.ts';

const AT_ONCE = 10;
/** A license may be assigned between the look and the act: then it is revoked in the second round. */
const ROUNDS = 3;

/** Revokes every license of a product that has a customer and deletes every available one. */
export function killSwitch(work: KillSwitchWork): JobKindRunner {
  const selected = ({ job }: JobStep) => licensesOfProduct(job, work.productId);
  return {
    async begin(step) {
      return { ok: true, total: await countLicensesSelected(step.call.store, selected(step)) };
    },

    async nextPage(step, cursor) {
      const { ids, cursor: next } = await nextLicenses(step.call.store, selected(step), cursor, BULK_PAGE);
      const input: LicensePage | null = ids.length === 0 ? null : { ids };
      return { ok: true, input, cursor: next, last: next === null };
    },

    async carryOut(step, input) {
      const { ids } = input as LicensePage;
      const known = await standingOf(step, ids);
      return rowsOf(await atOnce(ids, AT_ONCE, (id) => endOne(step, id, work, known.get(id))));
    },

    sizeOf: (input) => (input as LicensePage).ids.length,
  };
}

type Seen = Pick<License, 'status' | 'keyHint'>;

async function standingOf({ call, job }: JobStep, ids: readonly string[]): Promise<Map<string, Seen>> {
  const paths = ids.map((id) => licensePath(job.environment, id));
  const found = await call.store.getAll<Seen>(paths, ['status', 'keyHint']);
  return new Map(found.flatMap(({ id, data }) => (data ? [[id, data] as const] : [])));
}

async function endOne(
  step: JobStep,
  licenseId: string,
  work: KillSwitchWork,
  seen: Seen | undefined,
): Promise<RowOutcome> {
  const { call, job, report } = step;
  const keyHint = seen?.keyHint ?? null;
  // Gone already, by this job before a crash or by hand: what was wanted has happened.
  if (seen === undefined || seen.status === 'revoked') return { licenseId, keyHint, outcome: { ok: true } };
  try {
    let status: License['status'] = seen.status;
    for (let round = 1; ; round++) {
      const available = status === 'available';
      const look = (license: License) => {
        status = license.status;
        return (status === 'available') === available || round === ROUNDS ? null : changedMeanwhile();
      };
      const asked: AskedCommand = available
        ? { type: 'delete', confirmation: null }
        : { type: 'revoke', publicReason: work.reason, note: 'Kill switch' };
      const once = { eventId: `${job.id}-${licenseId}`, look };
      const outcome = await commandLicense(call, job.environment, licenseId, asked, once);
      if (outcome.ok || outcome.code !== 'CHANGED_MEANWHILE') {
        return { licenseId, keyHint, outcome: isDone(outcome) ? { ok: true } : outcome };
      }
    }
  } catch (error) {
    // An outage is no matter of this row: the page is carried out again when it is over.
    if (error instanceof UnavailableError) throw error;
    return { licenseId, keyHint, outcome: { error, report } };
  }
}

/** Somebody else deleted or revoked it first: what was wanted has happened. */
function isDone(outcome: { readonly ok: boolean; readonly code?: string }): boolean {
  return outcome.ok || outcome.code === 'NOT_FOUND' || outcome.code === 'CANNOT_REVOKE';
}

function changedMeanwhile() {
  return refuse('CHANGED_MEANWHILE', 'The license changed at the same moment.');
}
