import type { Actor } from '@latchkey/domain/access/actor';
import type { Environment } from '@latchkey/domain/environment';
import { importPages } from '@latchkey/domain/import/pages';
import type { ImportPage, ImportRow, ImportRows } from '@latchkey/domain/import/rows';
import type { ImportSubject } from '@latchkey/domain/import/subjects';
import { aKey } from './seedLicenses.ts';
import { applyImport } from '@latchkey/functions/operations/import/applyImport';
import { startImport } from '@latchkey/functions/operations/import/startImport';
import { storeImportPage } from '@latchkey/functions/operations/import/storePage';
import { readJob, rowsOf, run, starter } from './jobs.ts';
import type { World } from './world.ts';

/** A row before it has its line. */
export type Unplaced<Subject extends ImportSubject> = Omit<ImportRows[Subject], 'line'>;

/** Rows as a file has them: the header is line 1. */
export function placed<Subject extends ImportSubject>(
  rows: readonly Unplaced<Subject>[],
): ImportRows[Subject][] {
  return rows.map((row, at) => ({ ...row, line: at + 2 }) as ImportRows[Subject]);
}

export function keyedRows(count: number, change: Partial<Unplaced<'licenses'>> = {}): ImportRow[] {
  return placed<'licenses'>(
    Array.from({ length: count }, () => ({ key: aKey(), product: 'acme-editor', ...change })),
  );
}

/** Sends a file as the browser does, and puts down the job of its check; gives the id. */
export async function sendFile(
  world: World,
  subject: ImportSubject,
  rows: readonly ImportRow[],
  { actor, environment = 'production' }: { actor?: Actor; environment?: Environment } = {},
): Promise<string> {
  const call = world.call({ actor: actor ?? (await starter(world)) });
  const jobId = call.newId();
  const pages = importPages(rows);
  for (const [at, some] of pages.entries()) {
    const page = { subject, count: some.length, rows: some } as unknown as ImportPage;
    const stored = await storeImportPage(call, environment, jobId, at, page);
    if (!stored.ok) throw new Error(stored.code);
  }
  const file = { jobId, subject, fileName: 'file.csv', pages: pages.length, rows: rows.length };
  const started = await startImport(call, environment, file);
  if (!started.ok) throw new Error(started.code);
  return jobId;
}

/** Asks for the import of what a check has shown; gives the id of its job. */
export async function askImport(world: World, checkId: string, mails = true): Promise<string> {
  const asked = await applyImport(world.call({ actor: await starter(world) }), 'production', checkId, mails);
  if (!asked.ok) throw new Error(asked.code);
  return asked.jobId;
}

/** Line, code of every row of a job's report. */
export async function codesOf(world: World, jobId: string): Promise<(string | null)[]> {
  const rows = await rowsOf(world, jobId);
  return rows.map(({ code }) => code);
}

/** Checks a file; gives the codes of its rows. */
export async function checked(world: World, subject: ImportSubject, rows: readonly ImportRow[]) {
  const checkId = await sendFile(world, subject, rows);
  await run(world, checkId);
  return { checkId, codes: await codesOf(world, checkId), job: await readJob(world, checkId) };
}

/** Checks a file and imports it. */
export async function imported(
  world: World,
  subject: ImportSubject,
  rows: readonly ImportRow[],
  mails = true,
) {
  const { checkId } = await checked(world, subject, rows);
  const jobId = await askImport(world, checkId, mails);
  await run(world, jobId);
  return { checkId, jobId, codes: await codesOf(world, jobId), job: await readJob(world, jobId) };
}
