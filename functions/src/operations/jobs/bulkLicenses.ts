import type { AuditEvent } from '@latchkey/domain/audit/event';
import type { HiddenFilter, LicensePage } from '@latchkey/domain/job/bulk';
import { BULK_PAGE } from '@latchkey/domain/job/bulk';
import type { JobRow } from '@latchkey/domain/job/job';
import { grewBeyond } from '@latchkey/domain/job/problems';
import { isSelected } from '@latchkey/domain/job/selection';
import type { BulkCommand, BulkLicensesWork } from '@latchkey/domain/job/work';
import type { License } from '@latchkey/domain/license/license';
import type { Refusal } from '@latchkey/domain/license/refusals';
import { refuse } from '@latchkey/domain/license/refusals';
import { auditPath, jobHiddenPath } from '../../firestore/collections.ts';
import { UnavailableError } from '../../firestore/store.ts';
import type { AskedCommand } from '../commandLicense.ts';
import { commandLicense } from '../commandLicense.ts';
import { atOnce } from './atOnce.ts';
import type { JobKindRunner, JobStep } from './kind.ts';
import type { RowOutcome } from './rows.ts';
import { rowsOf } from './rows.ts';
import type { Selected } from './selectLicenses.ts';
import { countLicensesSelected, matchMoreThan, nextLicenses } from './selectLicenses.ts';

/** Licenses under way at once: each is two round trips. */
const AT_ONCE = 10;

/** One command for many licenses, each by the same operation as a click in its menu. */
export function bulkLicenses(work: BulkLicensesWork): JobKindRunner {
  const { command, selection, confirmed } = work;
  let known: Promise<Selected> | undefined;
  const selected = (step: JobStep): Promise<Selected> => (known ??= wholeSelection(step, work));

  return {
    async begin(step) {
      if (selection.by === 'ids') return { ok: true, total: selection.count };
      const { store } = step.call;
      const what = await selected(step);
      if (confirmed !== null && (await matchMoreThan(store, what, confirmed))) {
        return { ok: false, problem: grewBeyond(confirmed, 0) };
      }
      return { ok: true, total: await countLicensesSelected(store, what) };
    },

    async nextPage(step, cursor, rowsBefore) {
      const page = await nextLicenses(step.call.store, await selected(step), cursor, BULK_PAGE);
      const { ids } = page;
      // Others that came to match while it ran were not agreed to.
      if (confirmed !== null && rowsBefore + ids.length > confirmed) {
        return { ok: false, problem: grewBeyond(confirmed, rowsBefore) };
      }
      const input: LicensePage | null = ids.length === 0 ? null : { ids };
      return { ok: true, input, cursor: page.cursor, last: page.cursor === null };
    },

    async carryOut(step, input) {
      const filter = selection.by === 'filter' ? await selected(step) : null;
      const asked = askedCommand(command);
      const { ids } = input as LicensePage;
      const outcomes = await atOnce(ids, AT_ONCE, (id) => carryOutOne(step, id, asked, filter));
      return withHints(step, rowsOf(outcomes));
    },

    sizeOf: (input) => (input as LicensePage).ids.length,
  };
}

function askedCommand(command: BulkCommand): AskedCommand {
  return command.type === 'delete' ? { type: 'delete', confirmation: null } : command;
}

/** The job's filter with the whole of its search text, which its record does not show. */
async function wholeSelection({ call, job }: JobStep, work: BulkLicensesWork): Promise<Selected> {
  const { environment, id, createdAt } = job;
  if (work.selection.by === 'ids') throw new Error('Licenses picked by hand have no filter');
  const [hidden] = await call.store.getAll<HiddenFilter>([jobHiddenPath(environment, id)]);
  const { filter } = work.selection;
  // Without it the filter would mean more licenses than were asked for.
  if (!hidden?.data) throw new Error('The filter of the job is gone');
  return { environment, filter: { ...filter, search: hidden.data.search }, startedAt: createdAt };
}

async function carryOutOne(
  { call, job, report }: JobStep,
  licenseId: string,
  asked: AskedCommand,
  filter: Selected | null,
): Promise<RowOutcome> {
  let keyHint: string | null = null;
  const look = (license: License): Refusal | null => {
    keyHint = license.keyHint;
    return filter === null || isSelected(license, filter.filter, filter.startedAt) ? null : noLongerMatches();
  };
  try {
    const once = { eventId: eventId(job.id, licenseId), look };
    const outcome = await commandLicense(call, job.environment, licenseId, asked, once);
    return { licenseId, keyHint, outcome };
  } catch (error) {
    // An outage is no matter of this row: the page is carried out again when it is over.
    if (error instanceof UnavailableError) throw error;
    return { licenseId, keyHint, outcome: { error, report } };
  }
}

function noLongerMatches(): Refusal {
  return refuse('NO_LONGER_MATCHES', 'The license no longer matches the filter, so it was left alone.');
}

/** One event for each license of the job, found again after a crash. */
function eventId(jobId: string, licenseId: string): string {
  return `${jobId}-${licenseId}`;
}

/** Rows that were done before a crash were not looked at again; their events know the hint. */
async function withHints({ call, job }: JobStep, rows: readonly JobRow[]): Promise<JobRow[]> {
  const bare = rows.filter(({ keyHint, outcome }) => keyHint === null && outcome === 'done');
  const paths = bare.map(({ licenseId }) => auditPath(job.environment, eventId(job.id, licenseId ?? '')));
  const events = await call.store.getAll<AuditEvent>(paths);
  const hints = new Map(events.map(({ data }) => [data?.licenseId, data?.keyHint ?? null]));
  return rows.map((row) => ({ ...row, keyHint: row.keyHint ?? hints.get(row.licenseId) ?? null }));
}
