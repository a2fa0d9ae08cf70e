import { shownSearch } from '../search/shown.ts';
import type { JobRefusal } from './refusals.ts';
import { refuseJob } from './refusals.ts';
import type { BulkCommand, BulkLicensesWork, JobWork, SelectedLicenses } from './work.ts';
import { needsConfirmation } from './work.ts';

/** Rows of one page: little enough that a person sees the job move about every second. */
export const BULK_PAGE = 50;

/** A bulk command as it is asked for, with all its ids or the whole of its filter. */
export interface AskedBulk {
  readonly command: BulkCommand;
  readonly selection:
    | { readonly by: 'ids'; readonly ids: readonly string[] }
    | { readonly by: 'filter'; readonly filter: SelectedLicenses };
  /** The number that was typed; null = none. */
  readonly confirmed: number | null;
}

/** One page of licenses by their ids: the input of one page of the job. */
export interface LicensePage {
  readonly ids: readonly string[];
}

/** A job as it has to be stored: its record's work, and the input that lies beside it. */
export interface PreparedJob {
  readonly work: JobWork;
  readonly total: number | null;
  /** Pages whose input is known from the start. */
  readonly pages: readonly object[];
  /** Whether these are all there will be. */
  readonly allPlanned: boolean;
  /** Where the page after these begins, in the words of its kind; absent = at the beginning. */
  readonly cursor?: string | null;
  /** What runners need and the record must not show; null = nothing. */
  readonly hidden: object | null;
}

/** What a filter's job keeps beside its record. */
export interface HiddenFilter {
  readonly search: string | null;
}

/** The job that a bulk command becomes, or why it does not. */
export function prepareBulk(asked: AskedBulk): ({ readonly ok: true } & PreparedJob) | JobRefusal {
  const { command, selection } = asked;
  const confirmed = needsConfirmation(command.type) ? asked.confirmed : null;
  if (needsConfirmation(command.type) && confirmed === null) return mistyped('the number of licenses');
  if (selection.by === 'ids') {
    const count = selection.ids.length;
    if (confirmed !== null && confirmed !== count) return mistyped(count.toLocaleString('en'));
    const work: BulkLicensesWork = {
      kind: 'bulk-licenses',
      command,
      selection: { by: 'ids', count },
      confirmed,
    };
    return { ok: true, work, total: count, pages: pagesOf(selection.ids), allPlanned: true, hidden: null };
  }
  const { search, ...filter } = selection.filter;
  const shown = search === null ? null : shownSearch(search);
  const hidden: HiddenFilter = { search };
  return {
    ok: true,
    work: {
      kind: 'bulk-licenses',
      command,
      selection: { by: 'filter', filter: { search: shown, ...filter } },
      confirmed,
    },
    total: null,
    pages: [],
    allPlanned: false,
    hidden,
  };
}

function mistyped(expected: string): JobRefusal {
  return refuseJob('CONFIRMATION_MISMATCH', `Type ${expected} to confirm: this cannot be taken back.`);
}

function pagesOf(ids: readonly string[]): LicensePage[] {
  return Array.from({ length: Math.ceil(ids.length / BULK_PAGE) }, (_, page) => ({
    ids: ids.slice(page * BULK_PAGE, (page + 1) * BULK_PAGE),
  }));
}
