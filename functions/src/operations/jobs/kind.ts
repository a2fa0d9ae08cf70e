import type { Job, JobRow } from '@latchkey/domain/job/job';
import type { Snapshot } from '../../firestore/store.ts';
import type { Call } from '../context.ts';

/** One step of a job under way: `call` acts as the job, with the clock as it stands. */
export interface JobStep {
  readonly call: Call;
  readonly job: Job;
  /** What the kind asked to be read with each step, in its order. */
  readonly found: readonly Snapshot<never>[];
  readonly report: (error: unknown, what: string) => void;
}

/** Either goes on, or the job fails with this sentence before anything else is touched. */
export type OrProblem<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: string };

export interface NextPage {
  /** What the page is about; null = there are no more pages. */
  readonly input: object | null;
  /** Where the page after it begins. */
  readonly cursor: string | null;
  /** Whether this is the last page there will be. */
  readonly last: boolean;
}

/**
 * What a kind of job knows. Everything else (who runs it, leases, progress, reports, cancelling, going on
 * after a crash) is runJob's. A page may be carried out twice, the second time after a crash, so each of its
 * rows has to recognise what is done already.
 */
export interface JobKindRunner {
  /** Paths of the few documents that every page needs: they are read together with the job itself. */
  reads?(job: Job): readonly string[];
  /** Before the first page: how many rows there will be, as far as that is known. */
  begin(step: JobStep): Promise<OrProblem<{ readonly total: number | null }>>;
  /** The page from `cursor` on; `rowsBefore` = rows of all the pages before it. */
  nextPage(step: JobStep, cursor: string | null, rowsBefore: number): Promise<OrProblem<NextPage>>;
  /** One row of the report for each row of the page. */
  carryOut(step: JobStep, input: object): Promise<readonly JobRow[]>;
  /** How many rows a page has. */
  sizeOf(input: object): number;
}
