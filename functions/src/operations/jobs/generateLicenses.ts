import { setImmediate } from 'node:timers/promises';
import type { GenerateLicensesWork } from '@latchkey/domain/job/catalogWork';
import type { JobRow } from '@latchkey/domain/job/job';
import { makeLicenses, readSources, sourcesOf } from '../catalog/makeLicenses.ts';
import { issuePaths } from '../issueLicense.ts';
import { atOnce } from './atOnce.ts';
import { JobHalt } from './jobHalt.ts';
import type { JobKindRunner, JobStep, NextPage } from './kind.ts';

/** Licenses of one commit: with index, private part and audit event 4 documents each, 496 of the usual 500. */
const COMMIT = 124;
/** Commits under way at once; measured, more of them only wait for Firestore. */
const PARALLEL = 4;
/** Licenses of one page: four full rounds of commits, a second or two of work, so that a person sees it move. */
const PAGE = 4 * PARALLEL * COMMIT;

/** Numbers of the licenses of one page, the first included, the last not. */
interface Numbers {
  readonly from: number;
  readonly to: number;
}

/**
 * Available licenses by the thousand. The id of each follows from the job and its number, so that a page that
 * is carried out again after a crash makes what is missing and nothing twice.
 */
export function generateLicenses(work: GenerateLicensesWork): JobKindRunner {
  const { quantity } = work;
  return {
    reads: ({ environment }) => issuePaths(environment, work),

    begin: () => Promise.resolve({ ok: true, total: quantity }),

    nextPage: (_step, cursor) => Promise.resolve({ ok: true, ...generationPage(quantity, cursor) }),

    carryOut: (step, input) => makePage(step, work, input as Numbers),

    sizeOf: (input) => (input as Numbers).to - (input as Numbers).from,
  };
}

/** The page of a generation from `cursor` on. */
export function generationPage(quantity: number, cursor: string | null): NextPage {
  const from = Number(cursor ?? 0);
  const to = Math.min(from + PAGE, quantity);
  const input: Numbers | null = from < to ? { from, to } : null;
  return { input, cursor: String(to), last: to >= quantity };
}

async function makePage(
  { call, job, found }: JobStep,
  work: GenerateLicensesWork,
  { from, to }: Numbers,
): Promise<JobRow[]> {
  const { environment } = job;
  const read = () => readSources(call, environment, work);
  const sources = sourcesOf(environment, found);
  const ids = Array.from({ length: to - from }, (_, index) => call.derivedId(`${job.id}:${from + index}`));
  const made = await atOnce(inFullRounds(ids), PARALLEL, async (some) => {
    // The commit before this one is on its way before this one's licenses are made.
    await setImmediate();
    return makeLicenses(call, environment, some, sources, read, job.attempts > 1);
  });
  const hints = new Map<string, string>();
  for (const one of made) {
    // The others of the page may be there; a retry finds them and makes the rest.
    if (!one.ok) throw new JobHalt(`${one.reason} Set that right, then retry the job.`);
    for (const [id, hint] of one.hints) hints.set(id, hint);
  }
  return ids.map((licenseId) => ({
    licenseId,
    keyHint: hints.get(licenseId) ?? null,
    outcome: 'done',
    code: null,
    sentence: null,
  }));
}

/** Commits of equal size in full rounds: none of those under way at once is left to wait for a last small one. */
function inFullRounds(ids: readonly string[]): string[][] {
  const rounds = Math.ceil(ids.length / COMMIT / PARALLEL);
  const size = Math.ceil(ids.length / (rounds * PARALLEL));
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) =>
    ids.slice(index * size, (index + 1) * size),
  );
}
