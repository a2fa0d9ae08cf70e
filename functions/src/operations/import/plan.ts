import type { Deed } from '@latchkey/domain/import/deeds';
import type { ImportRefusal } from '@latchkey/domain/import/refusals';
import type { Environment } from '@latchkey/domain/environment';
import { keyHint } from '@latchkey/domain/key/fold';
import type { Write } from '../../firestore/store.ts';
import type { Call } from '../context.ts';

/** What a row would do: its words, and the writes of its one commit; no writes = nothing to do. */
export interface RowPlan {
  readonly outcome: ({ readonly ok: true } & Deed) | ImportRefusal;
  readonly licenseId: string | null;
  readonly keyHint: string | null;
  readonly writes: readonly Write[];
}

/** Where and in whose name a page's rows are looked at. `jobId` names the events of an import in earnest. */
export interface RowScope {
  readonly call: Call;
  readonly environment: Environment;
  /** null = nothing is done, so that nothing can have been done before. */
  readonly jobId: string | null;
}

export function refused(outcome: ImportRefusal, key?: string): RowPlan {
  return { outcome, licenseId: null, keyHint: key === undefined ? null : keyHint(key), writes: [] };
}

/** One event for each row of the job, found again after a crash. */
export function rowEventId(jobId: string, line: number): string {
  return `${jobId}-${line}`;
}
